namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.Linq;

/// <summary>Collects what the arguments of a call break of the contract.</summary>
/// <param name="call">The call's name for the message.</param>
internal sealed class RequestCheck(string call)
{
    private readonly List<Violation> _found = [];

    /// <summary>Checks an argument that was given.</summary>
    public void Argument<T>(string place, T? value, Action<T, ViolationList> check)
        where T : class
    {
        if (value is not null)
            Check(place, value, check);
    }

    /// <summary>Checks an argument that was given.</summary>
    public void Argument<T>(string place, T? value, Action<T, ViolationList> check)
        where T : struct
    {
        if (value is { } given)
            Check(place, given, check);
    }

    /// <summary>Refuses the call when something is wrong.</summary>
    public void ThrowIfInvalid()
    {
        if (_found.Count > 0)
            throw new InvalidRequestException(call, _found);
    }

    private void Check<T>(string place, T value, Action<T, ViolationList> check) =>
        _found.AddRange(ViolationList.Of(value, check).Select(violation => violation.Below(place)));
}
