using SyncGen.Diagnostics;

namespace SyncGen.Cli;

/// <summary>Finds the targets that make types for others, by the setting <c>models</c>.</summary>
internal static class Lenders
{
    /// <summary>The options of a target with those of the targets that it takes types from.</summary>
    /// <param name="options">Those of the target.</param>
    /// <param name="sources">What it says of them.</param>
    /// <param name="before">The targets that stand before it, so that there is no circle.</param>
    /// <returns>Null when they cannot be used, which is reported.</returns>
    public static Options? Of(Options options, ImmutableArray<ModelSource> sources, IReadOnlyCollection<Options> before, DiagnosticBag diagnostics)
    {
        var files = ImmutableArray.CreateBuilder<LentFile>();
        foreach (var source in sources)
        {
            if (before.FirstOrDefault(other => other.Namespace == source.Namespace) is not { } lender)
                diagnostics.Report(CliRules.UnknownLender, source.Span, source.Namespace);
            else if (Differences(options, lender).ToList() is { Count: > 0 } differences)
                diagnostics.Report(CliRules.LenderDiffers, source.Span, source.Namespace, string.Join("; ", differences));
            else
                files.Add(new LentFile(source.File, source.Span, lender));
        }

        return files.Count == sources.Length ? options with { LentFiles = files.DrainToImmutable() } : null;
    }

    /// <summary>What makes the same schema another type, or one that the target cannot use.</summary>
    private static IEnumerable<string> Differences(Options options, Options lender)
    {
        if (!lender.Emit.HasFlag(EmitKinds.Models))
            yield return "its 'emit' must have models";
        if (options.Runtime is not { } runtime || lender.Runtime?.Namespace != runtime.Namespace)
            yield return "both must have the same 'runtime', a folder or package";
        if (lender.IsInternal && !options.IsInternal)
            yield return "'visibility' must not be public over internal types";
        var (ours, theirs) = (options.Style, lender.Style);
        foreach (var (name, isSame) in ((string, bool)[])
            [
                ("json", ours.FreeForm == theirs.FreeForm),
                ("numbers", ours.UsesDecimal == theirs.UsesDecimal),
                ("enums", ours.HasClosedEnums == theirs.HasClosedEnums),
                ("optional", ours.UsesOptional == theirs.UsesOptional),
                ("inline", options.SharesInline == lender.SharesInline),
                ("unknown", ours.Unknown == theirs.Unknown),
                ("formats", ours.ChecksFormats == theirs.ChecksFormats),
                ("times", ours.HasTimeTypes == theirs.HasTimeTypes),
                ("lenient", ours.Lenient == theirs.Lenient),
            ])
        {
            if (!isSame)
                yield return $"'{name}' must be the same";
        }
    }
}
