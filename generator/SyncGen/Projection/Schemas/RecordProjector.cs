using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Turns an object schema into its record.</summary>
internal static class RecordProjector
{
    /// <param name="rules">What its values must be, beyond their types; or null.</param>
    /// <param name="isExtended">Another record derives from it.</param>
    public static ModelRecord Project(Schema schema, RecordMembers members, TypeNames names, ApiNamespace @namespace, ModelRules? rules, bool isExtended)
    {
        var name = names.Of[schema.Id];
        var @base = members.Base is { } parent ? names.Of[parent.Id] : null;
        var additional = members.Additional is { IsInherited: false } kept
            ? new ModelAdditional(kept.Name, kept.Type.Annotated(kept.IsNullable))
            : null;
        var properties = members.Own.Select(member => PropertyOf(member, members, @namespace)).ToImmutableArray();
        var printing = PrintingOf(members, isSealed: !isExtended);
        return new ModelRecord(
            Files.NameOf("Models", name),
            SchemaDocs.OfType(schema, name),
            name,
            name + "Codec",
            schema.IsDeprecated,
            @base,
            !isExtended,
            properties,
            additional,
            printing,
            rules,
            rules is { UsesObsolete: true } || (printing is not null && members.Own.Any(member => member.IsObsolete && !IsSecret(member))));
    }

    private static ModelProperty PropertyOf(RecordMember member, RecordMembers members, ApiNamespace @namespace)
    {
        var expression = member.Default is { } text ? EnumMembers.Qualified(text, @namespace, first => members.All.Any(other => other.Name == first && other.PropertyType != first)) : null;
        var store = member.StoreName is { } storeName
            ? new ModelStore(
                storeName,
                member.StoreType,
                member.IsWrapped ? $"{storeName}.GetValueOrDefault({expression})" : $"{storeName} ?? {expression}",
                // No conversion of a user's leads from an interface, and lists are interfaces.
                member.IsWrapped ? "new(value)" : "value")
            : null;
        return new ModelProperty(
            SchemaDocs.OfMember(member),
            member.IsObsolete && !member.MustBeSet,
            // Who must set a member cannot avoid it: C# wants no [Obsolete] there, so reading alone carries it.
            member.IsObsolete && member.MustBeSet,
            member.Name,
            Literal.Text(member.Property.Name),
            member.PropertyType,
            member.MustBeSet,
            member.Form is MemberForm.Constant or MemberForm.Fixed ? expression : null,
            store,
            member.Form == MemberForm.Chosen ? ChoiceOf(member, expression!, members, @namespace) : null)
        {
            IsFixed = member.Form == MemberForm.Fixed,
        };
    }

    private static ModelChoice ChoiceOf(RecordMember member, string first, RecordMembers members, ApiNamespace @namespace)
    {
        var choices = member.Choices.Select(choice => EnumMembers.Qualified(choice, @namespace, name => members.All.Any(other => other.Name == name && other.PropertyType != name)));
        return new ModelChoice(
            "_" + Identifier.Local(member.Name).TrimStart('@'),
            first,
            string.Join(" || ", choices.Select(choice => $"value == {choice}")),
            Literal.Text($"The value is none of those that '{member.Property.Name}' has here."));
    }

    /// <summary>Passwords and what only clients send must not show when a record is printed.</summary>
    private static ModelPrinting? PrintingOf(RecordMembers members, bool isSealed)
    {
        if (!members.Own.Any(IsSecret))
            return null;
        var modifiers = (members.Base is not null, isSealed) switch
        {
            (true, _) => "protected override",
            (false, true) => "private",
            (false, false) => "protected virtual",
        };
        var printed = members.Own.Select((member, index) => new PrintedMember(
            Literal.Text($"{(index == 0 ? "" : ", ")}{member.Name} = "),
            member.Name,
            IsSecret(member)));
        return new ModelPrinting(modifiers, members.Base is not null, [.. printed]);
    }

    private static bool IsSecret(RecordMember member) =>
        member.Schema.IsWriteOnly || member.Schema.Shape is Shape.String { Format: "password" };
}
