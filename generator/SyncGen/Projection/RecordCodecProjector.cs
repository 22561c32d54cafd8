using System.Globalization;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Turns an object schema into the codec of its record.</summary>
internal static class RecordCodecProjector
{
    private const int BitsOfWord = 64;

    /// <summary>Names that the methods of a codec use for themselves.</summary>
    private static readonly ImmutableArray<string> Locals = ["reader", "writer", "value", "name", "seen", "required", "additional"];

    /// <param name="types">Says which codecs the members have.</param>
    /// <param name="suffix">Of the codec's name.</param>
    /// <param name="isLeftOut">Members that this codec neither writes nor binds.</param>
    public static RecordCodec Project(Schema schema, RecordMembers record, TypeNames names, TypeTable types, string suffix, Func<RecordMember, bool> isLeftOut)
    {
        var name = names.Of[schema.Id];
        var all = record.All.Where(member => !isLeftOut(member)).ToImmutableArray();
        var locals = new NameTable(StringComparer.Ordinal);
        foreach (var local in Locals)
            locals.TryAdd(local, local);
        var words = Enumerable.Range(0, (all.Length + BitsOfWord - 1) / BitsOfWord).Select(SeenWord).ToImmutableArray();
        foreach (var word in words.Skip(1))
            locals.TryAdd(word, word);
        var members = all.Select((member, index) => MemberOf(member, types[member.Property.Schema], index, locals)).ToImmutableArray();
        var additional = record.Additional is { } kept ? AdditionalOf(kept, types[kept.Schema]) : null;
        // Where other members are kept, those left out must not slip in among them.
        var ignored = additional is null
            ? []
            : record.All.Where(isLeftOut).Select(member => new IgnoredMember(Literal.Utf8(member.Property.Name), Literal.Utf8Length(member.Property.Name))).ToImmutableArray();
        return new RecordCodec(
            Files.NameOf("Json", name + suffix),
            Usings.Of(
            [
                .. members.Length + ignored.Length == 0 ? ImmutableArray<string>.Empty : ["System"],
                .. all.SelectMany(member => member.Type.Usings),
                .. record.Additional is null ? ImmutableArray<string>.Empty : ["System.Collections.Generic", "System.Collections.ObjectModel", .. record.Additional.Type.Usings],
                "System.Text.Json",
            ]),
            name,
            name + suffix,
            OneWaySchemas.LimitOf(suffix),
            members.Length > 0,
            members.Length + ignored.Length > 0,
            members.Length > 0 || additional is not null,
            words,
            members,
            ignored,
            RequiredOf(all),
            additional,
            all.Any(member => member.IsObsolete));
    }

    private static string SeenWord(int word) => word == 0 ? "seen" : "seen" + (word + 1).ToString(CultureInfo.InvariantCulture);

    private static string BitOf(int index) => string.Create(CultureInfo.InvariantCulture, $"1UL << {index % BitsOfWord}");

    private static CodecMember MemberOf(RecordMember member, CSharpType type, int index, NameTable locals)
    {
        var local = Identifier.LocalIn(locals, member.Name);
        var property = member.StoreName ?? member.Name;
        // A nullable struct or class needs no Optional: null reads as null, and the codec underneath writes what is there.
        var readsNull = member.IsNullable;
        var writesNull = member.IsNullable && (member.IsRequired || member.IsWrapped);
        var isPlainValue = member.Form is MemberForm.Required or MemberForm.Constant && (member.Type.IsValueType || member.IsNullable);
        var isPlainStruct = isPlainValue && !member.IsNullable;
        return new CodecMember(
            member.Name + "Name",
            Literal.Text(member.Property.Name),
            Literal.Utf8(member.Property.Name),
            Literal.Utf8Length(member.Property.Name),
            local,
            isPlainStruct ? member.Type.Text : member.StoreType,
            isPlainStruct || member.IsWrapped ? "default" : "null",
            SeenWord(index / BitsOfWord),
            BitOf(index),
            type.CodecOf(readsNull),
            type.CodecOf(writesNull),
            member.IsWrapped,
            property,
            member.IsRequired && !isPlainValue ? local + "!" : local,
            PresenceOf(member, property, local));
    }

    private static string? PresenceOf(RecordMember member, string property, string local)
    {
        if (member.IsRequired)
            return null;
        return member.IsWrapped ? $"value.{property}.TryGetValue(out var {local})" : $"value.{property} is {{ }} {local}";
    }

    private static ImmutableArray<RequiredMembers> RequiredOf(ImmutableArray<RecordMember> members)
    {
        var required = members.Select((member, index) => (member, index)).Where(pair => pair.member.IsRequired);
        return
        [
            .. required.GroupBy(pair => pair.index / BitsOfWord).Select(word => new RequiredMembers(
                SeenWord(word.Key),
                word.Key == 0 ? "required" : "required" + (word.Key + 1).ToString(CultureInfo.InvariantCulture),
                word.Count() == 1 ? BitOf(word.First().index) : string.Join(" | ", word.Select(pair => $"({BitOf(pair.index)})")),
                string.Join(", ", word.Select(pair => Literal.Text(pair.member.Property.Name))))),
        ];
    }

    private static CodecAdditional AdditionalOf(AdditionalMembers additional, CSharpType valueType)
    {
        var type = additional.Type.Annotated(additional.IsNullable);
        return new CodecAdditional("additional", additional.Name, type, $"JsonMap<{type}, {valueType.CodecOf(additional.IsNullable)}>");
    }
}
