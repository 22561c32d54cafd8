using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SyncGen.Projection;

namespace SyncGen.Tests;

/// <summary>Writes templates/MODEL.md from the records of the C# model and their documentation.</summary>
internal static partial class TemplateModel
{
    private const string Head = """
        # What templates see

        A template is called after its record and sees the record's members below, and `Namespace`. Nothing else. Members of a part are reached
        with a dot, lists with `for`. Written by a test from the records in `generator/SyncGen/Projection`: SYNCGEN_ACCEPT=1 renews it.

        A member that may be nothing is tested with `if` before it is used. Texts are ready to print: names are C# names, literals are quoted,
        documentation is XML.

        A template begins with the namespace. `FileHeader` stands before it, with the using directives for what the text names; a template that names
        other types writes their namespaces out, or its own using directives first.

        """;

    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<string, XElement> Documentation = XDocument
        .Load(Path.ChangeExtension(typeof(Declaration).Assembly.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);

    public static string Describe(IEnumerable<Type> declarations)
    {
        var text = new StringBuilder(Head.ReplaceLineEndings("\n"));
        var parts = new SortedDictionary<string, Type>(StringComparer.Ordinal);
        foreach (var declaration in declarations.OrderBy(type => type.Name, StringComparer.Ordinal))
            Describe(declaration, text, parts);
        text.Append("\n# Parts\n");
        var described = new HashSet<Type>();
        while (parts.Values.FirstOrDefault(part => !described.Contains(part)) is { } part)
        {
            described.Add(part);
            Describe(part, new StringBuilder(), parts);
        }

        foreach (var part in parts.Values)
            Describe(part, text, parts.ToDictionary(entry => entry.Key, entry => entry.Value));
        return text.ToString();
    }

    private static void Describe(Type record, StringBuilder text, IDictionary<string, Type> parts)
    {
        text.Append($"\n## {record.Name}\n\n{SummaryOf($"T:{record.FullName}")}\n\n| member | kind | meaning |\n|---|---|---|\n");
        foreach (var property in record.GetProperties(BindingFlags.Instance | BindingFlags.Public).OrderBy(property => property.MetadataToken))
            text.Append($"| {property.Name} | {KindOf(Nullability.Create(property), parts)} | {MeaningOf(property)} |\n");
    }

    private static string KindOf(NullabilityInfo info, IDictionary<string, Type> parts)
    {
        var type = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
        var kind = type switch
        {
            _ when type == typeof(string) => "text",
            _ when type == typeof(bool) => "true or false",
            _ when type == typeof(int) || type == typeof(long) => "number",
            { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) => $"list of {KindOf(info.GenericTypeArguments[0], parts)}",
            _ => PartOf(type, parts),
        };
        return info.ReadState == NullabilityState.Nullable || Nullable.GetUnderlyingType(info.Type) is not null ? $"{kind} or nothing" : kind;
    }

    private static string PartOf(Type type, IDictionary<string, Type> parts)
    {
        parts.TryAdd(type.Name, type);
        return $"[{type.Name}](#{type.Name.ToLowerInvariant()})";
    }

    /// <summary>A parameter of a record is documented at the record, or at the record that it inherits.</summary>
    private static string MeaningOf(PropertyInfo property)
    {
        var own = SummaryOf($"P:{property.DeclaringType!.FullName}.{property.Name}");
        return own.Length > 0 ? own : ParameterOf(property.DeclaringType, property.Name);
    }

    private static string ParameterOf(Type type, string name) =>
        Documentation.GetValueOrDefault($"T:{type.FullName}")?.Elements("param").FirstOrDefault(element => element.Attribute("name")?.Value == name) is { } element
            ? TextOf(element)
            : "";

    private static string SummaryOf(string id) => Documentation.GetValueOrDefault(id)?.Element("summary") is { } summary ? TextOf(summary) : "";

    private static string TextOf(XElement element)
    {
        var text = string.Concat(element.Nodes().Select(node => node switch
        {
            XText plain => plain.Value,
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement { Name.LocalName: "see" } see => $"`{(see.Attribute("cref") ?? see.Attribute("langword"))?.Value.Split('.', ':')[^1]}`",
            XElement other => other.Value,
            _ => "",
        }));
        return Blank().Replace(text, " ").Trim().Replace("|", "\\|", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
