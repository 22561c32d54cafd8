using MatrixApi;
using MatrixApi.Runtime;

namespace Conversation;

/// <summary>Ends the process with the expectation that does not hold.</summary>
internal static class Expect
{
    public static void That(bool holds, string expectation)
    {
        if (!holds)
            throw new InvalidOperationException($"Expected: {expectation}");
    }

    /// <summary>The documented error that a call must end with.</summary>
    public static async Task<ApiException<Error>> ErrorAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (ApiException<Error> exception)
        {
            return exception;
        }

        throw new InvalidOperationException("Expected: an error that the contract documents.");
    }
}
