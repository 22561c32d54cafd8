namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

/// <summary>Chooses among the ways to prove who calls.</summary>
internal static class CredentialChoice
{
    /// <summary>The first alternative whose credentials were all given, with their secrets; none where nobody gave any, or where a caller may stay unknown.</summary>
    /// <exception cref="InvalidOperationException">Of credentials that are needed together only some were given.</exception>
    public static async ValueTask<IReadOnlyList<(SchemeCredential Scheme, string? Secret)>> ChooseAsync(
        string call,
        List<SchemeCredential[]> alternatives,
        CancellationToken cancellationToken)
    {
        string? missing = null;
        foreach (var alternative in alternatives)
        {
            if (Array.TrueForAll(alternative, scheme => scheme.Credential is null))
                continue;
            var chosen = new (SchemeCredential Scheme, string? Secret)[alternative.Length];
            for (var index = 0; index < chosen.Length; index++)
                chosen[index] = (alternative[index], alternative[index].Credential is { } credential ? await credential.GetAsync(cancellationToken).ConfigureAwait(false) : null);

            // A lone credential without a secret is meant to go without it.
            if (chosen.Length == 1 || Array.TrueForAll(chosen, entry => entry.Secret is not null))
                return chosen;
            missing ??= Array.Find(chosen, entry => entry.Secret is null).Scheme.Option;
        }

        if (missing is not null && !alternatives.Exists(alternative => alternative.Length == 0))
            throw new InvalidOperationException($"{call} needs several credentials together, of which '{missing}' is missing in the client's options.");
        return [];
    }
}
