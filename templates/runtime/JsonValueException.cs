namespace SyncGen.Runtime.Json;

using System;
using System.Globalization;
using System.Text.Json;

/// <summary>
/// An error in a value within a larger text that <see cref="JsonSerializer"/> reads. The serializer adds the value's own path; the
/// message shows both as one.
/// </summary>
internal sealed class JsonValueException : JsonException
{
    private readonly string _problem;
    private readonly string _pathInValue;

    public JsonValueException(string problem, string pathInValue, Exception innerException)
        : base(problem, innerException)
    {
        _problem = problem;
        _pathInValue = pathInValue;
    }

    public override string Message
    {
        get
        {
            var message = $"{_problem} Path: {Path ?? "$"}{_pathInValue[1..]}";
            return LineNumber is null
                ? message
                : string.Create(CultureInfo.InvariantCulture, $"{message} | LineNumber: {LineNumber} | BytePositionInLine: {BytePositionInLine}.");
        }
    }
}
