using SyncGen.Documents;
using SyncGen.Linking;

namespace SyncGen.Modeling;

/// <summary>Reads the layout of lists and objects in texts, with the words of each dialect and what is nearly one of them.</summary>
internal sealed class StyleReader(ContractReader reader)
{
    private static readonly string[] Styles = ["simple", "label", "matrix", "form", "spaceDelimited", "pipeDelimited", "deepObject"];
    private static readonly string[] CollectionFormats = ["csv", "ssv", "tsv", "pipes", "multi"];

    /// <summary>How an array or object is laid out: OpenAPI's style or Swagger's collectionFormat.</summary>
    public (ParameterStyle Style, bool IsExploded) Read(Location place, ParameterLocation location, Dialect dialect)
    {
        if (dialect == Dialect.Swagger20)
            return ReadCollectionFormat(place, location);
        var isForm = location is ParameterLocation.Query or ParameterLocation.Cookie or ParameterLocation.QueryString;
        var style = isForm ? ParameterStyle.Form : ParameterStyle.Simple;
        if (place.Child("style") is { } written && reader.Words(place, "style") is { } text)
        {
            text = Meant(text, Styles, written);
            ParameterStyle? known = text switch
            {
                "simple" => ParameterStyle.Simple,
                "label" => ParameterStyle.Label,
                "matrix" => ParameterStyle.Matrix,
                "form" or "cookie" => ParameterStyle.Form,
                "spaceDelimited" => ParameterStyle.SpaceDelimited,
                "pipeDelimited" => ParameterStyle.PipeDelimited,
                "deepObject" => ParameterStyle.DeepObject,
                _ => null,
            };
            if (known is null)
                reader.Report(ModelingRules.UnknownStyle, written.Node.Span, text, string.Join(", ", Styles));
            else if (text == "cookie" && location == ParameterLocation.Cookie)
                reader.Report(ModelingRules.CookieStyle, written.Node.Span);
            else if (!Fits(known.Value, location))
                reader.Report(ModelingRules.StyleOutOfPlace, written.Node.Span, text, location.ToString().ToLowerInvariant(), style.ToString().ToLowerInvariant());
            else
                style = known.Value;
        }
        return (style, reader.OptionalFlag(place, "explode") ?? style is ParameterStyle.Form or ParameterStyle.DeepObject);
    }

    private (ParameterStyle Style, bool IsExploded) ReadCollectionFormat(Location place, ParameterLocation location)
    {
        var isForm = location is ParameterLocation.Query or ParameterLocation.Cookie;
        var separated = isForm ? ParameterStyle.Form : ParameterStyle.Simple;
        if (place.Child("collectionFormat") is not { } written || reader.Words(place, "collectionFormat") is not { } text)
            return (separated, false);
        switch (Meant(text, CollectionFormats, written))
        {
            case "csv":
                return (separated, false);
            case "multi" when isForm:
                return (ParameterStyle.Form, true);
            case "ssv":
                return (ParameterStyle.SpaceDelimited, false);
            case "tsv":
                return (ParameterStyle.TabDelimited, false);
            case "pipes":
                return (ParameterStyle.PipeDelimited, false);
            case "multi":
                reader.Report(ModelingRules.StyleOutOfPlace, written.Node.Span, "multi", location.ToString().ToLowerInvariant(), "csv");
                return (separated, false);
            case var unknown:
                reader.Report(ModelingRules.UnknownStyle, written.Node.Span, unknown, string.Join(", ", CollectionFormats));
                return (separated, false);
        }
    }

    /// <summary>The word that is meant: <c>pipes</c> by <c>pipe</c>. Where several are as near, none is.</summary>
    private string Meant(string text, string[] words, Location written)
    {
        if (words.Contains(text) || (text == "cookie" && words == Styles))
            return text;
        var nearest = words
            .GroupBy(word => Words.Distance(Spelling.LettersOf(text), Spelling.LettersOf(word)))
            .MinBy(group => group.Key)!;
        if (nearest.Key > (text.Length < 7 ? 1 : 2) || nearest.ToArray() is not [var meant])
            return text;
        reader.Report(ModelingRules.StyleNearlyKnown, written.Node.Span, text, meant);
        return meant;
    }

    private static bool Fits(ParameterStyle style, ParameterLocation location) => location switch
    {
        ParameterLocation.Path => style is ParameterStyle.Simple or ParameterStyle.Label or ParameterStyle.Matrix,
        ParameterLocation.Header => style == ParameterStyle.Simple,
        ParameterLocation.Cookie => style == ParameterStyle.Form,
        _ => style is ParameterStyle.Form or ParameterStyle.SpaceDelimited or ParameterStyle.PipeDelimited or ParameterStyle.DeepObject,
    };
}
