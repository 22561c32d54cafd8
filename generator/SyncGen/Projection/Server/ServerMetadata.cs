using System.Globalization;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>What controllers say of an operation by attributes and endpoints by metadata, as literals.</summary>
internal static class ServerMetadata
{
    /// <summary>The schemes of an alternative, and the scopes of each; no scopes where there are none.</summary>
    public static (ImmutableArray<string> Schemes, ImmutableArray<string> Scopes) SecurityOf(SecurityRequirement requirement)
    {
        var scopes = requirement.Schemes.Select(scheme => string.Join(' ', scheme.Scopes.Distinct())).ToList();
        var last = scopes.FindLastIndex(text => text.Length > 0);
        return ([.. requirement.Schemes.Select(scheme => Literal.Text(scheme.Scheme))], [.. scopes.Take(last + 1).Select(Literal.Text)]);
    }

    /// <summary>The media types by which routing finds the operation; none when any may be, or when it takes what its other representations do not.</summary>
    public static ImmutableArray<string> ConsumedBy(OperationPlan plan) =>
        plan is { Body: { HasRange: false } body, TakesTheRest: false } ? TypesOf(body) : [];

    /// <summary>The media types of an operation that takes what its other representations do not; none for others.</summary>
    public static ImmutableArray<string> ConsumedByDefault(OperationPlan plan) =>
        plan is { Body: { } body, TakesTheRest: true } ? TypesOf(body) : [];

    /// <summary>The media types of a body that descriptions of the API do not learn from those by which routing finds the operation; none where they do.</summary>
    public static ImmutableArray<string> DescribedBy(OperationPlan plan)
    {
        var types = LiteralsOf(plan.BodyTypes);
        return !plan.IsDescribed || types.SequenceEqual(ConsumedBy(plan)) ? [] : types;
    }

    /// <summary>The parts of a multipart body that is no form, in their order, as literals; none for other bodies.</summary>
    public static ImmutableArray<string> PartsOf(OperationPlan plan) => plan.Body is not { Kind: MediaKind.Multipart } body || body.MediaTypes.All(type => MediaKinds.EssenceOf(type) == "multipart/form-data")
        ? []
        : [.. plan.Arguments.Where(argument => argument is { Field: not null, Kind: ArgumentKind.Field or ArgumentKind.File or ArgumentKind.Files }).OrderBy(argument => argument.Field!.Position).Where(argument => !argument.Field!.IsWhole && argument.Field.Values is null).Select(argument => Literal.Text(argument.WireName))];

    /// <summary>The arguments and settings of each form, where the contract has several of which a multipart body is one.</summary>
    public static ImmutableArray<(ImmutableArray<string> Arguments, ImmutableArray<string> Settings)> FormsOf(OperationPlan plan) =>
        [.. plan.Forms.Select((item, index) => (item.Required, (ImmutableArray<string>)[.. item.Settings, .. KindsOf(plan, item.Parts, index)]))];

    /// <summary>The arguments and settings that say which names the fields of a form may have; null where they may have any.</summary>
    public static (ImmutableArray<string> Arguments, ImmutableArray<string> Settings)? FormNamesOf(OperationPlan plan) => plan.FormNames is { } form
        ? ([.. form.Names.Select(Literal.Text)], form.Outer.IsEmpty ? [] : [TextBinding.NamesSetting("Outer", form.Outer)])
        : null;

    /// <summary>What the parts of each form are that are something else in another form: the type arguments, and the arguments and settings.</summary>
    public static ImmutableArray<(string Types, ImmutableArray<string> Arguments, ImmutableArray<string> Settings)> FormPartsOf(ApiModel api, OperationPlan plan) =>
    [
        .. plan.Forms.SelectMany((item, index) => item.Parts.Where(part => !part.IsFile).Select(part => (
            part.TypeArguments,
            ImmutableArray.Create(index.ToString(CultureInfo.InvariantCulture), Literal.Text(part.WireName)),
            SettingsOf(api, part.Schema!.Value)))),
    ];

    /// <summary>The arguments that a part must have headers for, and these.</summary>
    public static ImmutableArray<ImmutableArray<string>> RequiredHeadersOf(OperationPlan plan) =>
    [
        .. plan.Arguments
            .Where(argument => argument.Field?.RequiredHeaders.Any() ?? false)
            .Select(argument => argument.Field!.RequiredHeaders.Prepend(argument.WireName).Select(Literal.Text).ToImmutableArray()),
    ];

    /// <summary>The arguments that are files of certain media types, and these.</summary>
    public static ImmutableArray<ImmutableArray<string>> FileTypesOf(OperationPlan plan) =>
    [
        .. plan.Arguments
            .Where(argument => argument is { IsFile: true, ByCase.IsEmpty: true, Field.FileTypes.IsEmpty: false })
            .Select(argument => argument.Field!.FileTypes.Prepend(argument.WireName).Select(Literal.Text).ToImmutableArray()),
    ];

    /// <summary>The headers of parts whose texts are not just any: the type arguments, and the arguments and settings.</summary>
    public static ImmutableArray<(string Types, ImmutableArray<string> Arguments, ImmutableArray<string> Settings)> TypedHeadersOf(OperationPlan plan) =>
    [
        .. plan.Arguments.Where(argument => argument.IsFile).SelectMany(argument => argument.Field?.Headers ?? [], (argument, header) => (argument, header))
            .Where(entry => entry.header.Type.Codec != "JsonString")
            .Select(entry => (
                $"<{entry.header.Type.Text}, {entry.header.Type.Codec}>",
                ImmutableArray.Create(Literal.Text(entry.argument.WireName), Literal.Text(entry.header.WireName)),
                (ImmutableArray<string>)
                [
                    .. entry.header.Layout is HeaderLayout.List or HeaderLayout.Lines ? ["IsList = true"] : Array.Empty<string>(),
                    .. entry.header.IsLiteral ? ["IsLiteral = true"] : Array.Empty<string>(),
                ])),
    ];

    private static ImmutableArray<string> SettingsOf(ApiModel api, SchemaId schema)
    {
        var settings = ListSettingsOf(MediaKinds.ShapeOf(api, schema));
        return FormBounds.Of(api, schema) is { IsEmpty: false } bounds ? settings.Add(TextBinding.NamesSetting("Bounds", bounds)) : settings;
    }

    private static ImmutableArray<string> ListSettingsOf(Shape shape) => shape is not Shape.Array array ? [] :
    [
        "IsList = true",
        .. array.MinItems is > 0 and var least ? [string.Create(CultureInfo.InvariantCulture, $"MinItems = {least}")] : Array.Empty<string>(),
        .. array.MaxItems is { } most ? [string.Create(CultureInfo.InvariantCulture, $"MaxItems = {most}")] : Array.Empty<string>(),
    ];

    private static IEnumerable<string> KindsOf(OperationPlan plan, ImmutableArray<Argument> parts, int index)
    {
        if (!parts.IsEmpty)
            yield return string.Create(CultureInfo.InvariantCulture, $"Case = {index}");
        if (parts.Where(part => part.IsFile).Select(part => part.WireName).ToList() is { Count: > 0 } files)
            yield return TextBinding.NamesSetting("Files", files);
        if (parts.Where(part => !part.IsFile && plan.Arguments.Any(argument => argument.WireName == part.WireName && argument.IsFile)).Select(part => part.WireName).ToList() is { Count: > 0 } texts)
            yield return TextBinding.NamesSetting("Texts", texts);
    }

    /// <summary>The responses by status. Descriptions of the API have one type for a status, and no place for ranges of statuses.</summary>
    public static ImmutableArray<DescribedResponse> ResponsesOf(OperationPlan plan) =>
    [
        .. plan.Responses
            .Where(response => !response.Status.IsRange)
            .GroupBy(response => response.Status)
            .Select(group => DescribedOf(group.Key, [.. group.Select(response => response.Body).OfType<BodyPlan>()])),
    ];

    private static ImmutableArray<string> TypesOf(BodyPlan body) => LiteralsOf(body.MediaTypes);

    private static ImmutableArray<string> LiteralsOf(ImmutableArray<string> mediaTypes) => [.. mediaTypes.Select(MediaKinds.EssenceOf).Distinct().Select(Literal.Text)];

    private static DescribedResponse DescribedOf(ResponseStatus status, ImmutableArray<BodyPlan> bodies)
    {
        var types = bodies.SelectMany(body => body.MediaTypes.Select(type => body.Kind == MediaKind.Json ? MediaKinds.Concrete(type, body.Kind) : type)).Distinct().ToImmutableArray();
        return new DescribedResponse(status, bodies.FirstOrDefault()?.Type, [.. types.Select(Literal.Text)], types.Any(MediaKinds.IsRange));
    }
}

/// <summary>A response as descriptions of the API show it.</summary>
/// <param name="Type">The type of the body in its preferred representation; null when there is none.</param>
/// <param name="MediaTypes">Literals of the media types of the body in all its representations.</param>
/// <param name="HasRange">One of them is a range.</param>
internal sealed record DescribedResponse(ResponseStatus Status, CSharpType? Type, ImmutableArray<string> MediaTypes, bool HasRange);
