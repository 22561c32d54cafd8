namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;

/// <summary>Collects what the arguments of a call break of the contract.</summary>
/// <param name="call">The call's name for the message.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
internal sealed class RequestCheck(string call)
{
    private readonly List<Violation> _found = [];
    private readonly ViolationList _argument = new();
    private string _place = "$";

    /// <summary>Says which argument is checked next.</summary>
    /// <param name="place">What a violation's path begins with: the parameter's name, or <c>$</c> for the body.</param>
    public ViolationList At(string place)
    {
        Collect();
        _place = place;
        return _argument;
    }

    /// <summary>Checks that a form is one of those that the contract has.</summary>
    /// <param name="isRequired">There must be a form.</param>
    /// <param name="parts">The names and JSON of the parts; null for those that are not there, an empty text for a file.</param>
    /// <param name="forms">The forms.</param>
    public void Form(bool isRequired, (string Name, string? Json)[] parts, params FormCheck[] forms)
    {
        Collect();
        // A list without items has no parts.
        var given = parts.Where(part => part.Json is not (null or "[]")).ToDictionary(part => part.Name, part => part.Json!, StringComparer.Ordinal);
        var distances = forms.Select(form => (Form: form, Distance: form.DistanceTo(given))).Where(form => form.Distance is not null).ToList();
        var fitting = distances.Where(form => form.Distance == distances.Min(other => other.Distance)).Select(form => form.Form).ToList();
        if (given.Count == 0 && !isRequired)
            return;
        if (fitting.Count == 0)
            _found.Add(new Violation("$", "The form is none of those that the contract has."));
        else if (fitting.Count > 1 && fitting.Exists(form => form.IsExclusive))
            _found.Add(new Violation("$", "The form is several of those that the contract has, of which it must be one."));
    }

    /// <summary>Refuses the call when something is wrong.</summary>
    public void ThrowIfInvalid()
    {
        Collect();
        if (_found.Count > 0)
            throw new InvalidRequestException(call, _found);
    }

    private void Collect() => _found.AddRange(_argument.Take().Select(violation => violation.Below(_place)));
}
