using SyncGen.Diagnostics;

namespace SyncGen.Bundling;

/// <summary>What can keep contracts from becoming one file.</summary>
internal static class BundlingRules
{
    public static readonly Rule DialectsDiffer = new(
        "SG7001",
        Severity.Error,
        "Contracts of different dialects",
        "This contract is {0}, but '{1}' is {2}. One file has one dialect: bundle them separately");

    public static readonly Rule OperationTwice = new(
        "SG7002",
        Severity.Error,
        "One path in two contracts",
        "'{0}' of the path '{1}' also stands in '{2}'. Bundle the contracts separately, or add --inline-base-path if their base paths differ");

    public static readonly Rule SecuritySchemesDiffer = new(
        "SG7003",
        Severity.Error,
        "Security schemes of one name differ",
        "The security scheme '{0}' means something else in '{1}'. Rename one of them");

    public static readonly Rule RootsDiffer = new(
        "SG7004",
        Severity.Error,
        "Contracts of different hosts",
        "'{0}' differs from the one in '{1}', and one file has room for one. Bundle the contracts separately{2}");

    public static readonly Rule EndlessReference = new(
        "SG7005",
        Severity.Error,
        "Reference contains itself",
        "The reference '{0}' leads into itself, and parts of this kind have no name in a bundle. Give the inner part a place among the named parts");

    public static readonly Rule ExampleLeftOut = new(
        "SG7006",
        Severity.Info,
        "Example left out",
        "The example '{0}' holds a '$ref'. In data it is no reference, but tools follow it, so the bundle leaves the example out");

    public static readonly Rule ExpandsTooFar = new(
        "SG7007",
        Severity.Error,
        "References expand too far",
        "References to parts that have no name in a bundle expand to more than {0} values or {1} levels. Give the parts a place among the named parts");
}
