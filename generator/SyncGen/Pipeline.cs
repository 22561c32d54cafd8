using SyncGen.Bundling;
using SyncGen.Diagnostics;
using SyncGen.Documents;
using SyncGen.Linking;
using SyncGen.Modeling;
using SyncGen.Projection;
using SyncGen.Rendering;
using SyncGen.Writing;

namespace SyncGen;

/// <summary>The stages in order. After the first one that reports an error nothing follows, so a user gets every error of a stage at once.</summary>
internal static class Pipeline
{
    /// <summary>The files as they shall stand on disk, or null when the contract or a template has errors.</summary>
    public static ImmutableArray<GeneratedFile>? Generate(Options options, DiagnosticBag diagnostics)
    {
        if (Describe(options, diagnostics) is not { } description)
            return null;
        if (options.Runtime is PackagedRuntime)
            RuntimeRenderer.RefuseOverrides(options.Templates, diagnostics);
        LentCode.Compare(description.CSharp.Lent, diagnostics);
        var files = TemplateRenderer.Render(description.CSharp, options.IsInternal, options.Templates, description.Budget.Bytes, description.Api.Documents[0].Span, diagnostics);
        if (description.Api.IsEmpty && !options.IsForced && OutputFolder.WouldDelete(files, options.Output))
            diagnostics.Report(ModelingRules.NothingLeft, description.Api.Documents[0].Span);
        return diagnostics.HasErrors ? null : files;
    }

    /// <summary>All files of a shared runtime.</summary>
    /// <param name="shared">Where it stands.</param>
    /// <param name="options">What the code around it is.</param>
    /// <param name="present">The files that its folder has for other outputs.</param>
    public static ImmutableArray<GeneratedFile> GenerateRuntime(SharedRuntime shared, Options options, IEnumerable<string> present) =>
        RuntimeRenderer.RenderAll(options.Emit, shared.Namespace, options.IsInternal, present, new TemplateSet(options.Templates));

    /// <summary>What the stages before the text make, or null when the contract has errors.</summary>
    public static Description? Describe(Options options, DiagnosticBag diagnostics)
    {
        if (Read(options.Contracts, options.Root, diagnostics) is not { } contract)
            return null;
        var budget = OutputBudget.Of(contract, options.MaxOutput);
        var api = ApiModelBuilder.Build(contract, options.Operations, budget, diagnostics);
        if (diagnostics.HasErrors)
            return null;
        if (options.SharesInline)
            api = SharedSchemas.Of(api, contract, options.Style.Names.Keys);
        var text = options.Emit.HasFlag(EmitKinds.Contract) ? TextOf(ContractBundler.Bundle(contract, inlinesBasePath: false, diagnostics)) : null;
        if (LentTypesOf(options, contract, api, diagnostics) is not { } lent)
            return null;
        var csharp = CSharpProjector.Project(api, options.Namespace, lent, options.Runtime, options.Name, options.Emit, options.Style, text, diagnostics);
        return diagnostics.HasErrors ? null : new Description(contract, api, csharp, budget);
    }

    /// <summary>The contracts as one without references to other files, or null when they have errors.</summary>
    public static Bundle? Bundle(ImmutableArray<string> contracts, string root, bool inlinesBasePath, DiagnosticBag diagnostics)
    {
        if (Read(contracts, root, diagnostics) is not { } contract)
            return null;
        var bundle = ContractBundler.Bundle(contract, inlinesBasePath, diagnostics);
        return diagnostics.HasErrors ? null : bundle;
    }

    /// <summary>The types that other targets make, or null when one of those has errors.</summary>
    private static LentTypes? LentTypesOf(Options options, Contract contract, ApiModel api, DiagnosticBag diagnostics)
    {
        var lenders = new List<Lender>();
        var described = new Dictionary<Options, Description>();
        foreach (var file in options.LentFiles)
        {
            if (!described.TryGetValue(file.Lender, out var theirs))
            {
                if (Describe(file.Lender, new DiagnosticBag(file.Lender.Diagnostics)) is not { } description)
                {
                    diagnostics.Report(ProjectionRules.LenderWithErrors, file.Span, file.Lender.Namespace);
                    return null;
                }

                described.Add(file.Lender, theirs = description);
            }

            var path = RealPath.Of(file.Path);
            lenders.Add(new Lender(
                PathIn(contract, path),
                PathIn(theirs.Contract, path),
                file.Span,
                file.Lender.Namespace,
                theirs.CSharp.TypeNames,
                DeclaredType.ByName(theirs.CSharp.Declarations)));
        }

        return LentTypes.Of(api, [.. lenders], diagnostics);
    }

    /// <summary>How a contract names a file; null when it does not reach it.</summary>
    private static string? PathIn(Contract contract, string? path) => contract.Documents.Values.FirstOrDefault(document => document.File.FullPath == path)?.File.Path;

    private static ContractText TextOf(Bundle bundle) => new(JsonNodeWriter.Write(bundle.Root), YamlNodeWriter.Write(bundle.Root));

    private static Contract? Read(ImmutableArray<string> contracts, string root, DiagnosticBag diagnostics)
    {
        var documents = DocumentLoader.Load(contracts, root, diagnostics);
        if (documents is null || diagnostics.HasErrors)
            return null;
        var contract = Linker.Link(documents, diagnostics);
        return diagnostics.HasErrors ? null : contract;
    }
}

/// <summary>What the stages before the text made.</summary>
/// <param name="Contract">What the author wrote, references resolved.</param>
/// <param name="Api">What it says.</param>
/// <param name="CSharp">What becomes of it, every decision made.</param>
/// <param name="Budget">How much code that may be.</param>
internal sealed record Description(Contract Contract, ApiModel Api, CSharpModel CSharp, OutputBudget Budget);
