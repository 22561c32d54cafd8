using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>The clients and controllers: operations by their first tag, else by their contract.</summary>
internal static class OperationGroups
{
    /// <summary>The group of each operation, index by index.</summary>
    public static ImmutableArray<string> Of(ApiModel api, string? name)
    {
        var groups = ImmutableArray.CreateBuilder<string>(api.Operations.Length);
        foreach (var operation in api.Operations)
            groups.Add(NameOf(api, operation, name));
        return groups.DrainToImmutable();
    }

    /// <summary>The API's own name: the user's, else the first contract's file stem.</summary>
    public static string ApiName(ApiModel api, string? name) =>
        Identifier.PascalCase(name ?? StemOf(api.Documents.FirstOrDefault()?.File ?? ""), "Api");

    /// <summary>What the contracts say of a group: the description of its tag, else of the contract.</summary>
    public static string? DescriptionOf(ApiModel api, string group) =>
        api.Documents.SelectMany(document => document.Tags).FirstOrDefault(tag => Identifier.PascalCase(tag.Name, "Tag") == group)?.Description;

    /// <summary>The API as a sentence names it: <c>the Matrix API</c>, <c>the API 'Orders'</c>.</summary>
    public static string SubjectOf(string title) =>
        title.EndsWith("API", StringComparison.OrdinalIgnoreCase) ? $"the {title}" : $"the API '{title}'";

    private static string NameOf(ApiModel api, Operation operation, string? name)
    {
        if (operation.Tags is [var tag, ..] && Words.Of(tag).Length > 0)
            return Identifier.PascalCase(tag, "Tag");
        return Identifier.PascalCase(name ?? StemOf(api.Documents[operation.Document].File), "Api");
    }

    private static string StemOf(string file) => Path.GetFileNameWithoutExtension(file.Split('/')[^1]);
}
