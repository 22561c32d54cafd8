using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Decides the calls that put the fields and parts of a form into a request.</summary>
internal static class ClientForms
{
    /// <summary>The calls in the order that the contract gives the fields.</summary>
    public static IEnumerable<string> CallsOf(OperationPlan plan)
    {
        var body = plan.Body!;
        var arguments = plan.Arguments.Where(argument => argument.Field is not null).OrderBy(argument => argument.Field!.Position).ToImmutableArray();
        // Without a field there would be no body, and the server could not tell what it is.
        var mayBeEmpty = plan.Operation.Body!.IsRequired && !arguments.Any(IsSurelySent);
        if (mayBeEmpty && MultipartTypeOf(plan) is null)
            yield return body.Kind == MediaKind.Multipart ? "StartMultipart()" : "StartForm()";
        foreach (var argument in arguments.Where(argument => argument.IsFile && argument.Field!.RequiredHeaders.Any()))
            yield return $"RequireHeaders(nameof({argument.Name}), {argument.Name}, {string.Join(", ", argument.Field!.RequiredHeaders.Select(Literal.Text))})";
        foreach (var argument in arguments)
            yield return body.Kind == MediaKind.Form ? FieldCallOf(argument) : argument.IsFile ? FileCallOf(argument, body) : PartCallOf(argument, body);
        if (mayBeEmpty && MultipartTypeOf(plan) is not null)
            yield return "RequireParts()";
        foreach (var header in plan.Arguments.Where(argument => argument.Part is not null))
            yield return HeaderCallOf(header);
        // Null may be JSON in the form, or say that there is no form.
        foreach (var argument in arguments.Where(argument => argument.IsRequiredWithBody))
            yield return argument is { IsNullable: true, HasNull: true } ? NullCallOf(argument, body) : $"RequireWithForm(nameof({argument.Name}), {argument.Name})";
    }

    private static string HeaderCallOf(Argument header) =>
        $"AddPartHeader{header.TypeArguments}({Literal.Text(header.Part!)}, {Literal.Text(header.WireName)}, {header.Name}{(header.Parameter!.IsRequired ? ", isRequired: true" : "")}{(header.IsJson ? ", isJson: true" : "")}{ClientParameters.KindsOf(header)})";

    private static string NullCallOf(Argument argument, BodyPlan body) => body.Kind == MediaKind.Form
        ? $"AddNullField({Literal.Text(argument.WireName)}, {argument.Name})"
        : $"AddNullPart({NameOf(argument, body)}, {argument.Name}{MediaOf(argument)})";

    /// <summary>The contract has several forms, of which the arguments must give one. What is a file in one of them and something else in another one may be either.</summary>
    public static bool IsChecked(OperationPlan plan) => !plan.Forms.IsEmpty && plan.Arguments.All(argument => !argument.IsFile || argument.ByCase.IsEmpty);

    /// <summary>The parts of a form of which the contract has several, each as its name and its JSON.</summary>
    public static string PartsOf(OperationPlan plan) => string.Join(", ", plan.Arguments
        .Where(argument => argument.Field is { Values: null } && argument.Kind is ArgumentKind.Field or ArgumentKind.File or ArgumentKind.Files)
        .Select(argument => $"({Literal.Text(argument.WireName)}, {JsonOf(argument)})"));

    /// <summary>The forms of which the contract has several, each as an expression.</summary>
    public static ImmutableArray<string> FormsOf(ApiModel api, OperationPlan plan) => !IsChecked(plan) ? [] :
    [
        .. plan.Forms.Select(form =>
            $"new FormCheck({string.Join(", ", form.Required)}){(form.Settings.IsEmpty ? "" : $" {{ {string.Join(", ", form.Settings)} }}")}{string.Concat(form.Parts.Select(part => $".With{part.TypeArguments}({string.Join(", ", FormBounds.Of(api, part.Schema!.Value).Prepend(part.WireName).Select(Literal.Text))})"))}"),
    ];

    private static string JsonOf(Argument argument) => argument.Kind switch
    {
        ArgumentKind.File => $"{argument.Name} is null ? null : \"\"",
        ArgumentKind.Files => $"{argument.Name} is {{ Count: > 0 }} ? \"\" : null",
        _ => $"ApiRequest.Json{argument.TypeArguments}({argument.Name})",
    };

    /// <summary>The media type of a multipart body; null where it is the usual one.</summary>
    public static string? MultipartTypeOf(OperationPlan plan) =>
        plan.Body is { Kind: MediaKind.Multipart } body && MediaKinds.EssenceOf(body.SentType) is var type && type != "multipart/form-data" ? type : null;

    private static bool IsSurelySent(Argument argument) =>
        argument is { IsRequired: true, IsNullable: false } && (argument.Kind == ArgumentKind.File || (argument.Kind == ArgumentKind.Field && argument.Field!.Layout is FieldLayout.Text or FieldLayout.Json));

    private static string FieldCallOf(Argument argument)
    {
        var name = Literal.Text(argument.WireName);
        var field = argument.Field!;
        return field.Layout switch
        {
            FieldLayout.Text when argument.Type.Text == "string" => $"AddField({name}, {argument.Name})",
            FieldLayout.Json => $"AddField({name}, {ClientParameters.JsonOf(argument)})",
            FieldLayout.JsonItems => $"AddJsonFields{argument.TypeArguments}({name}, {argument.Name})",
            FieldLayout.Members => $"AddFields{argument.TypeArguments}({name}, {argument.Name}{OthersOf(argument)})",
            FieldLayout.JsonMembers => $"AddJsonFields{argument.TypeArguments}({name}, {argument.Name}, {Literal.Texts(field.Others)}{ListsOf(field)})",
            _ => $"AddField{argument.TypeArguments}({name}, {argument.Name}{ClientParameters.LayoutOf(field.Style, field.IsExploded, ParameterStyle.Form, true)}{OthersOf(argument)}{ClientParameters.KindsOf(argument)})",
        };
    }

    private static string FileCallOf(Argument argument, BodyPlan body)
    {
        if (argument.Kind is ArgumentKind.FileMap or ArgumentKind.FilesMap)
            return $"Add{argument.Kind}({Literal.Text(argument.WireName)}, {argument.Name}{OthersOf(argument)})";
        var types = argument.Field!.FileTypes.IsEmpty ? MediaOf(argument) : $", types: {Literal.Texts(argument.Field.FileTypes)}";
        return $"Add{argument.Kind}({NameOf(argument, body)}, {argument.Name}{types})";
    }

    private static string PartCallOf(Argument argument, BodyPlan body)
    {
        var name = NameOf(argument, body);
        var field = argument.Field!;
        return field.Layout switch
        {
            FieldLayout.Text when argument.Type.Text == "string" => $"AddPart({name}, {argument.Name}{MediaOf(argument)})",
            FieldLayout.Json => $"AddJsonPart{argument.TypeArguments}({name}, {argument.Name}{MediaOf(argument)}{ClientParameters.NullOf(argument)})",
            FieldLayout.Styled => $"AddStyledPart{argument.TypeArguments}({name}, {argument.Name}, ParameterStyle.{field.Style}, explode: {Literal.Boolean(field.IsExploded)}{OthersOf(argument)})",
            FieldLayout.Members => $"AddParts{argument.TypeArguments}({name}, {argument.Name}{OthersOf(argument)})",
            FieldLayout.JsonMembers => $"AddJsonParts{argument.TypeArguments}({name}, {argument.Name}{OthersOf(argument)}{ListsOf(field)})",
            _ => $"AddPart{argument.TypeArguments}({name}, {argument.Name}{MediaOf(argument)}{ItemKindsOf(argument)}{ClientParameters.NullOf(argument)})",
        };
    }

    /// <summary>The names that the value's members cannot have.</summary>
    private static string OthersOf(Argument argument) => ClientParameters.ExceptOf(argument.Field!.Reserved);

    private static string ListsOf(FormField field) => field.HasLists ? ", areLists: true" : "";

    /// <summary>Where a string may stand beside other kinds, its part tells it from them.</summary>
    private static string ItemKindsOf(Argument argument) => argument.Kinds.Contains(TextKinds.Text) ? ClientParameters.KindsOf(argument) : "";

    /// <summary>Only forms need names for parts that the contract gives none.</summary>
    private static string NameOf(Argument argument, BodyPlan body) =>
        argument.Field!.IsWhole && MediaKinds.EssenceOf(body.SentType) != "multipart/form-data" ? "null" : Literal.Text(argument.WireName);

    private static string MediaOf(Argument argument) => argument.Field!.MediaType is { } type ? $", {Literal.Text(type)}" : "";
}
