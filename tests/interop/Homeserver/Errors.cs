using MatrixApi;

namespace Homeserver;

/// <summary>Makes the specification's error object.</summary>
internal static class Errors
{
    public static Error Of(string code, string text) => new() { Errcode = code, ErrorValue = text };
}
