using SyncGen.Diagnostics;

namespace SyncGen.Linking;

/// <summary>What can be wrong with references.</summary>
internal static class LinkingRules
{
    public static readonly Rule MissingFile = new(
        "SG2001", Severity.Error, "Missing file", "The reference '{0}' finds no file '{1}' relative to {2}.");

    public static readonly Rule RemoteReference = new(
        "SG2002", Severity.Error, "Remote reference", "The reference '{0}' is an address that no $id of these files declares, and nothing is fetched from a network. Save the file beside the contract and refer to it by a relative path.");

    public static readonly Rule MissingTarget = new(
        "SG2003", Severity.Error, "Reference leads nowhere", "The reference '{0}' leads nowhere: '{1}' has no '{2}'{3}.");

    public static readonly Rule ReferenceCycle = new(
        "SG2004", Severity.Error, "Cycle of references", "References lead in a circle and never to a value: {0}. Give one of them a value.");

    public static readonly Rule InheritanceCycle = new(
        "SG2005", Severity.Error, "Cycle of allOf", "A schema includes itself through allOf: {0}. Remove one of the inclusions.");

    public static readonly Rule FallbackReference = new(
        "SG2006", Severity.Warning, "Reference relative to the contract", "The reference '{0}' leads nowhere relative to '{1}'; read relative to the contract '{2}' it is '{3}'. Write '{4}'.");

    public static readonly Rule MalformedReference = new(
        "SG2007", Severity.Error, "Malformed reference", "This is no reference: {0}.");

    public static readonly Rule UnknownAnchor = new(
        "SG2008", Severity.Error, "Unknown anchor", "The reference '{0}' leads nowhere: '{1}' declares no $anchor '{2}'. A pointer starts with '#/'.");

    public static readonly Rule DanglingMapping = new(
        "SG2009", Severity.Warning, "Discriminator or link leads nowhere", "'{0}' is neither the name of a schema nor a reference that leads somewhere; it is ignored.");

    public static readonly Rule AmbiguousDynamicReference = new(
        "SG2010", Severity.Warning, "Dynamic reference has several targets", "The dynamic reference '{0}' has {1} targets; it is read as a plain reference to '{2}'.");

    public static readonly Rule LongChain = new(
        "SG2011", Severity.Error, "Chain of references too long", "More than {0} references lead from one to the next here. Refer to the last of them directly.");

    public static readonly Rule IrregularReference = new(
        "SG2012", Severity.Warning, "Irregular reference", "The reference '{0}' leads nowhere as it is written; it is read as '{1}'.");

    public static readonly Rule RepeatedId = new(
        "SG2021", Severity.Warning, "Schema address given twice", "The $id '{0}' is that of another schema already, in line {1} of '{2}', which references find. Give each schema an address of its own.");

    public static readonly Rule NullTarget = new(
        "SG2020", Severity.Warning, "Reference to nothing", "The reference '{0}' leads to '{1}', which is null and says nothing. Give it a value.");
}
