using SyncGen.Diagnostics;

namespace SyncGen.Projection;

/// <summary>What can be wrong, or worth knowing, on the way to C#. Types are SG40xx, operations SG41xx.</summary>
internal static class ProjectionRules
{
    public static readonly Rule TypeNameCollision = new(
        "SG4001",
        Severity.Warning,
        "Two schemas have one C# name",
        "The schemas '{0}' and '{1}' both become the C# name '{2}'; this one is called '{3}'. Rename one, or give it x-csharp-name.");

    public static readonly Rule UnusableWish = new(
        "SG4002",
        Severity.Error,
        "Wished name is no C# name",
        "'{0}' is no C# type name in PascalCase; '{1}' would be.");

    public static readonly Rule HiddenCharacters = new(
        "SG4003",
        Severity.Error,
        "Name with hidden characters",
        "The name '{0}' holds characters that are not seen but change what is read. Remove them.");

    public static readonly Rule LookAlike = new(
        "SG4004",
        Severity.Warning,
        "Two names look the same",
        "The type names '{0}' and '{1}' differ but look the same: they mix letters of several scripts. Rename one.");

    public static readonly Rule MemberNameCollision = new(
        "SG4005",
        Severity.Warning,
        "Two names become one C# name",
        "'{0}' and '{1}' both become the C# name '{2}'; this one is called '{3}'.");

    public static readonly Rule DefaultNotApplied = new(
        "SG4006",
        Severity.Info,
        "Default is not applied",
        "The default of '{0}' has no short form in C# and is only documented; the property is null when absent.");

    public static readonly Rule InlineNameCollision = new(
        "SG4007",
        Severity.Info,
        "Inline schema has a name that is taken",
        "The inline schema '{0}' and '{1}' both become the C# name '{2}'; the inline one is called '{3}'. Give it x-csharp-name for a name of your own.");

    public static readonly Rule InputNameCollision = new(
        "SG4025",
        Severity.Warning,
        "Name of what requests carry is taken",
        "What requests carry of a schema ('{0}') and '{1}' both become the C# name '{2}'; the former is called '{3}'. 'names' in syncgen.json gives it a name of your own.");

    public static readonly Rule PatternNotChecked = new(
        "SG4008",
        Severity.Warning,
        "Pattern is not checked",
        "The pattern '{0}' says something that .NET's regular expressions cannot; no generated code checks it.");

    public static readonly Rule FormatNotChecked = new(
        "SG4009",
        Severity.Info,
        "Format is not checked",
        "The format '{0}' describes texts, and no generated code compares them with it.{1}{2}");

    public static readonly Rule LimitsOfUserType = new(
        "SG4120",
        Severity.Info,
        "Limits of a type of your own are not checked",
        "No generated code checks {0} here, because the values are of your type '{1}': its codec can refuse what breaks them.");

    public static readonly Rule TypeForNothing = new(
        "SG4121",
        Severity.Warning,
        "Type of your own that stands for nothing",
        "The contract has no value that '{0}' means, so the type is not used.");

    public static readonly Rule TypeInWrongPlace = new(
        "SG4122",
        Severity.Error,
        "Type of your own that cannot stand here",
        "Values of the schema '{0}' cannot be of your type '{1}': {2}. Remove the entry, or name another schema.");

    public static readonly Rule TypeForDiscriminator = new(
        "SG4123",
        Severity.Error,
        "Type of your own for a discriminator",
        "The property '{0}' tells the cases of a union apart, so its values cannot be of your type '{1}'. Take the format from the property, or name the schemas that are meant.");

    public static readonly Rule SchemaNotLent = new(
        "SG4124",
        Severity.Error,
        "Schema without a type in the other target",
        "'models' takes the types of this file from the target '{1}', which makes none of '{0}'. Let its contracts or operations reach the schema, or remove the file from 'models'.");

    public static readonly Rule WayNotLent = new(
        "SG4125",
        Severity.Error,
        "Direction without code in the other target",
        "'{0}' travels in a direction here that leaves out some of its properties, and the target '{1}', which makes the type, has no '{2}' for that. Let its operations send or return the schema as these do, or remove the file from 'models'.");

    public static readonly Rule FileWithoutSchemas = new(
        "SG4126",
        Severity.Warning,
        "File whose types are not used",
        "The contracts reach no schema of this file, so no type is taken from the target '{0}'.");

    public static readonly Rule LenderWithErrors = new(
        "SG4127",
        Severity.Error,
        "Other target has errors",
        "The target '{0}', from which types are taken, has errors. They are told where it is generated.");

    public static readonly Rule DiscriminatorValueNotListed = new(
        "SG4030",
        Severity.Warning,
        "Value of a discriminator is not listed",
        "The enum of the property '{0}' does not list '{1}', by which the discriminator tells '{2}': no value can be both. List it, or correct the mapping.");

    public static readonly Rule OperationNameCollision = new(
        "SG4101",
        Severity.Warning,
        "Two operations have one C# name",
        "The operations '{0}' and '{1}' both become the C# name '{2}'; this one is called '{3}'. Give it a distinct operationId or x-csharp-name.");

    public static readonly Rule RepresentationUnused = new(
        "SG4102",
        Severity.Info,
        "Representation without code",
        "No code is generated for '{0}': the code reads and writes '{1}'.");

    public static readonly Rule ServerVariableFixed = new(
        "SG4130",
        Severity.Info,
        "Server variable has its default",
        "Generated clients use the default of this server's variable '{0}': their options choose the variables of the base address alone. BaseAddress in the options replaces the server.");

    public static readonly Rule RouteTaken = new(
        "SG4103",
        Severity.Warning,
        "Two operations have one route",
        "The operations '{0}' and '{1}' have the same route on a server, which cannot tell them apart: the controller has no action for this one.");

    public static readonly Rule RouteUnusable = new(
        "SG4104",
        Severity.Warning,
        "Path that no server can route",
        "ASP.NET Core cannot route '{0}': {1}. The controller has no action for it.");

    public static readonly Rule ParameterOfNull = new(
        "SG4113",
        Severity.Warning,
        "Parameter that can only be null",
        "The parameter '{0}' allows null alone, which no style has a text for: clients do not send it, and servers do not ask for it. Remove it, or give it a value.");

    public static readonly Rule PartNotWritten = new(
        "SG4110",
        Severity.Info,
        "Part whose bytes the caller gives",
        "The part '{0}' is '{1}', which no code reads or writes: client and server pass its bytes on.");

    public static readonly Rule PartHeaderUnused = new(
        "SG4111",
        Severity.Info,
        "Header of a part without code",
        "No code sets or reads the header '{0}' of the part '{1}': only files and values that are one part have headers.");

    public static readonly Rule RequiredPartHeaderUnused = new(
        "SG4129",
        Severity.Warning,
        "Required header of a part without code",
        "No code sets the header '{0}' of the part '{1}', which the contract requires: only files and values that are one part have headers. Generated servers take the part without it; others may refuse what generated clients send.");

    public static readonly Rule WebhooksWithoutCode = new(
        "SG4133",
        Severity.Info,
        "Webhooks without code",
        "Operations in webhooks and callbacks, which the server calls: {0}. --emit webhooks generates what receives them, and what sends them.");

    public static readonly Rule NumbersBeyondType = new(
        "SG4132",
        Severity.Info,
        "Numbers that the type does not hold",
        "The bounds of the number let it be beyond what C#'s {0} holds; such a value is refused when it is read. 'types' in syncgen.json gives the schema another type, for example System.Numerics.BigInteger with the codec JsonBigInteger.{1}");

    public static readonly Rule UniqueFilesNotChecked = new(
        "SG4131",
        Severity.Info,
        "Files are not compared",
        "No generated code checks that the files of '{0}' differ from each other: that would take reading each of them to its end.");

    public static readonly Rule ValueWithoutForm = new(
        "SG4112",
        Severity.Warning,
        "Value that the style has no form for",
        "The {0} may hold {1}, which its style has no form for: clients refuse such a value, and servers a request that tries. {2} with application/json can carry it.");

    public static readonly Rule ValuesNotParted = new(
        "SG4128",
        Severity.Info,
        "Values of a path that may not be told apart",
        "In '{0}' the value of '{1}' may hold '{2}', which stands before it: the last one parts the values, and clients refuse those that would be read in another way.");
}
