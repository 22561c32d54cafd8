using SyncGen.Documents;
using SyncGen.Linking;

namespace SyncGen.Modeling;

/// <summary>Finds names that are meant to close operations and are no keywords: ignored, they would leave operations open.</summary>
internal static class Guards
{
    private static readonly string[] SchemeTypes = ["apiKey", "http", "basic", "oauth2", "openIdConnect", "mutualTLS"];

    /// <summary>The keyword that is meant, where the unknown member of a contract, its components, a path item or an operation asks for security; null for others.</summary>
    public static string? MeantBy(Member member, ObjectKeywords keywords)
    {
        var hasSchemes = keywords.Keywords.Contains("securitySchemes");
        if (!hasSchemes && !keywords.Keywords.Contains("security"))
            return null;
        var letters = Spelling.LettersOf(member.Name);
        var schemes = keywords.Keywords.Contains("securityDefinitions") ? "securityDefinitions"
            : keywords.Keywords.Contains("components") ? "components/securitySchemes"
            : hasSchemes ? "securitySchemes"
            : null;
        if (schemes is not null && (IsNear(letters, "securityschemes") || IsNear(letters, "securitydefinitions") || DeclaresSchemes(member.Value)))
            return schemes;
        if (IsNear(letters, "security") || (member.Value is not ScalarNode && NamesSecurity(letters)) || AsksForSchemes(member.Value))
            return hasSchemes ? schemes : "security";
        return null;
    }

    private static bool IsNear(string letters, string keyword) => Math.Abs(letters.Length - keyword.Length) <= 2 && Words.Distance(letters, keyword) <= 2;

    /// <summary>For example <c>sec</c>, <c>securities</c>, <c>securityRequirements</c>, <c>apiSecurity</c>.</summary>
    private static bool NamesSecurity(string letters) =>
        letters.Contains("securit", StringComparison.Ordinal) || (letters.Length >= 3 && "security".StartsWith(letters, StringComparison.Ordinal));

    /// <summary>A list of requirements: each names schemes with lists of scopes.</summary>
    private static bool AsksForSchemes(Node value) =>
        value is SequenceNode { Items: [_, ..] items }
        && items.All(item => item is MappingNode requirement && requirement.Members.All(scheme => scheme.Value is SequenceNode))
        && items.Any(item => item is MappingNode { Members: [_, ..] });

    private static bool DeclaresSchemes(Node value) =>
        value is MappingNode { Members: [_, ..] members }
        && members.All(member => member.Value is MappingNode scheme && scheme.Get("type") is ScalarNode type && Array.IndexOf(SchemeTypes, type.Text) >= 0);
}
