namespace SyncGen.Runtime.Json;

using System;
using System.Runtime.CompilerServices;
#if NET9_0_OR_GREATER
using System.Runtime.InteropServices;
#else
using System.Text;
#endif
using System.Text.Json;

/// <summary>The text of a <see cref="JsonElement"/>.</summary>
internal static class JsonElementText
{
    /// <summary>The text in UTF-8 as it was parsed. Before .NET 9 it is a copy.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> Of(JsonElement element) =>
#if NET9_0_OR_GREATER
        JsonMarshal.GetRawUtf8Value(element);
#else
        Encoding.UTF8.GetBytes(element.GetRawText());
#endif
}
