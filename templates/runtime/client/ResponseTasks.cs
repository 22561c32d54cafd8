namespace SyncGen.Runtime;

using System;
using System.ComponentModel;
using System.Threading.Tasks;

/// <summary>What a call makes of a response that is being read.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal static class ResponseTasks
{
    /// <summary>Makes of the body and the rest of the response what the call returns.</summary>
    public static async Task<TResult> ThenAsync<TBody, TResult>(this Task<TBody> body, ApiResponse response, Func<ApiResponse, TBody, TResult> make) =>
        make(response, await body.ConfigureAwait(false));

    /// <summary>Throws the exception, where the call would return a value.</summary>
    public static async Task<T> ThrowAsync<T>(this Task<ApiException> exception) => throw await exception.ConfigureAwait(false);

    /// <summary>Throws the exception.</summary>
    public static async Task ThrowAsync(this Task<ApiException> exception) => throw await exception.ConfigureAwait(false);
}
