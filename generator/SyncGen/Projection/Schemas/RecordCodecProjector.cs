using System.Globalization;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Turns an object schema into the codec of its record.</summary>
internal static class RecordCodecProjector
{
    private const int BitsOfWord = 64;

    /// <summary>Names that the methods of a codec use for themselves.</summary>
    private static readonly ImmutableArray<string> Locals = ["reader", "writer", "value", "name", "seen", "required", "additional"];

    /// <param name="style">Says what reading forgives.</param>
    /// <param name="types">Says which codecs the members have.</param>
    /// <param name="suffix">Of the codec's name.</param>
    /// <param name="discriminators">Names of properties that unions write before those of the record, which does not declare them.</param>
    /// <param name="isLeftOut">Members that this codec neither writes nor binds.</param>
    public static RecordCodec Project(Schema schema, RecordMembers record, TypeNames names, TypeTable types, CodeStyle style, string suffix, ImmutableArray<string> discriminators, Func<RecordMember, bool> isLeftOut)
    {
        var name = names.Of[schema.Id];
        var all = record.All.Where(member => !isLeftOut(member)).ToImmutableArray();
        var locals = new NameTable(StringComparer.Ordinal);
        foreach (var local in Locals)
            locals.TryAdd(local, local);
        if (schema.Check is not null)
            locals.TryAdd("parts", "parts");
        var words = Enumerable.Range(0, (all.Length + BitsOfWord - 1) / BitsOfWord).Where(word => all.Skip(word * BitsOfWord).Take(BitsOfWord).Any(member => IsMarked(member, style.Lenient))).Select(SeenWord).ToImmutableArray();
        foreach (var word in words.Skip(1))
            locals.TryAdd(word, word);
        var members = all.Select((member, index) => MemberOf(member, types[member.Property.Schema], index, locals, style.Lenient)).ToImmutableArray();
        var isClosed = record.Additional is null or { IsInherited: true } && ((Shape.Object)schema.Shape).IsClosed && !style.Lenient.HasFlag(Leniency.Extra);
        // What is closed refuses what a base of it would keep.
        var additional = record.Additional is { } kept && !isClosed ? AdditionalOf(kept, types[kept.Schema], style) : null;
        // Where other members are kept or refused, those left out are neither.
        ImmutableArray<string> passedOver = [.. record.PassedOver, .. discriminators];
        var ignored = additional is null && !isClosed
            ? []
            : record.All.Where(isLeftOut).Select(member => member.Property.Name).Concat(passedOver)
                .Select(ignored => new IgnoredMember(Literal.Utf8(ignored), Literal.Utf8Length(ignored))).ToImmutableArray();
        return new RecordCodec(
            Files.NameOf("Json", name + suffix),
            name,
            name + suffix,
            OneWaySchemas.LimitOf(suffix),
            members.Length > 0,
            members.Length + ignored.Length > 0,
            members.Any(member => member.Check is null) || additional is not null,
            words,
            members,
            ignored,
            style.Lenient.HasFlag(Leniency.Missing) ? [] : RequiredOf(all),
            isClosed,
            additional,
            additional is null || record.All.Length + passedOver.Length == 0 ? null : [.. record.All.Select(member => member.Property.Name).Concat(passedOver).Select(Literal.Text)],
            !discriminators.IsEmpty,
            all.Any(member => member.IsObsolete));
    }

    private static string SeenWord(int word) => word == 0 ? "seen" : "seen" + (word + 1).ToString(CultureInfo.InvariantCulture);

    private static string BitOf(int index) => string.Create(CultureInfo.InvariantCulture, $"1UL << {index % BitsOfWord}");

    /// <summary>Whether reading keeps in mind that the member was there: to refuse a second one, or its absence.</summary>
    private static bool IsMarked(RecordMember member, Leniency lenient) =>
        !lenient.HasFlag(Leniency.Duplicates) || (member.IsDemanded && !lenient.HasFlag(Leniency.Missing));

    /// <summary>The step from the member's name to its value.</summary>
    private static string AdvanceOf(RecordMember member, int index, Leniency lenient)
    {
        if (!IsMarked(member, lenient))
            return "JsonRead.Value(ref reader)";
        var method = lenient.HasFlag(Leniency.Duplicates) ? "LastValue" : "Value";
        return $"JsonRead.{method}(ref reader, ref {SeenWord(index / BitsOfWord)}, {BitOf(index)})";
    }

    private static CodecMember MemberOf(RecordMember member, CSharpType type, int index, NameTable locals, Leniency lenient)
    {
        var local = Identifier.LocalIn(locals, member.Name);
        var property = member.StoreName ?? member.Name;
        // A nullable struct or class needs no Optional: null reads as null, and the codec underneath writes what is there.
        var readsNull = member.IsNullable || (lenient.HasFlag(Leniency.Nulls) && !member.IsRequired);
        var writesNull = member.IsNullable && (member.IsRequired || member.IsWrapped);
        var isPlainValue = member.Form is MemberForm.Required or MemberForm.Constant or MemberForm.Fixed && (member.Type.IsValueType || member.IsNullable);
        var isPlainStruct = isPlainValue && !member.IsNullable;
        var write = type.CodecOf(writesNull);
        var advance = AdvanceOf(member, index, lenient);
        // What only reads the value moves to it in the same expression.
        var readsAtOnce = member.Form is not (MemberForm.Chosen or MemberForm.Fixed);
        return new CodecMember(
            NameFieldOf(member),
            Literal.Text(member.Property.Name),
            Literal.Utf8(member.Property.Name),
            Literal.Utf8Length(member.Property.Name),
            local,
            isPlainStruct ? member.Type.Text : member.StoreType,
            DefaultOf(member, isPlainStruct, lenient),
            readsAtOnce ? null : advance,
            WriteOf(member, type, write, property, local),
            member.IsWrapped,
            property,
            member.Form == MemberForm.Chosen ? $"{local} ?? {member.Default}" : member.IsRequired && !isPlainValue ? local + "!" : local,
            PresenceOf(member, property, local),
            member.Form == MemberForm.Fixed ? CheckOf(member, type.CodecOf(readsNull), lenient) : null,
            member.Form == MemberForm.Chosen ? OneOf(member, type.CodecOf(readsNull), lenient) : ReadOf(member, type, readsNull, readsAtOnce ? advance : "reader"))
        {
            ForgivesNull = member.IsDiscriminator && lenient.HasFlag(Leniency.Nulls) && !member.IsDemanded,
        };
    }

    /// <param name="reader">The expression that gives the reader on the value.</param>
    private static string ReadOf(RecordMember member, CSharpType type, bool readsNull, string reader)
    {
        var mayBeEmpty = readsNull || !(member.IsRequired || member.IsWrapped);
        var codec = mayBeEmpty ? TextTypes.CodecOfEmpty(type, readsNull) : null;
        return $"{codec ?? type.CodecOf(readsNull)}.Read(ref {reader})";
    }

    /// <summary>Reads the only value that a discriminator has here: a text without bringing it into a string.</summary>
    private static string CheckOf(RecordMember member, string codec, Leniency lenient) => member.Text is { } text
        ? $"JsonFixed.{(IsRepeatable(lenient) ? "LastText" : "Text")}(ref reader, {Literal.Utf8(text)}{NameOf(member, lenient)});"
        : OneOf(member, codec, lenient) + ";";

    private static string OneOf(RecordMember member, string codec, Leniency lenient) =>
        $"JsonFixed.{(IsRepeatable(lenient) ? "LastOneOf" : "OneOf")}<{member.Type.Text}, {codec}>(ref reader, [{string.Join(", ", member.Choices)}]{NameOf(member, lenient)})";

    /// <summary>Of a discriminator that stands several times, only the last one must have the right value.</summary>
    private static bool IsRepeatable(Leniency lenient) => lenient.HasFlag(Leniency.Duplicates);

    private static string NameOf(RecordMember member, Leniency lenient) => IsRepeatable(lenient) ? ", " + Literal.Utf8(member.Property.Name) : "";

    private static string DefaultOf(RecordMember member, bool isPlainStruct, Leniency lenient)
    {
        if (member.Form == MemberForm.Constant && lenient.HasFlag(Leniency.Missing))
            return member.Default!;
        return isPlainStruct || member.IsWrapped ? "default" : "null";
    }

    /// <summary>The condition of writing it; null where there is none, or the call asks itself.</summary>
    private static string? PresenceOf(RecordMember member, string property, string local) =>
        member.IsWrapped ? $"value.{property}.TryGetValue(out var {local})" : null;

    private static string WriteOf(RecordMember member, CSharpType type, string codec, string property, string local)
    {
        var name = NameFieldOf(member);
        var isScalar = CSharpType.WritesNames(codec);
        if (!member.IsRequired && !member.IsWrapped)
            return $"JsonWrite.{(isScalar ? "ScalarIfPresent" : "IfPresent")}<{type.Text}, {codec}>(writer, {name}, value.{property})";
        var value = member.IsRequired ? "value." + property : local;
        return isScalar ? $"{codec}.Write(writer, {name}, {value})" : $"JsonWrite.Property<{type.Annotated(member.IsNullable)}, {codec}>(writer, {name}, {value})";
    }

    private static string NameFieldOf(RecordMember member) => member.Name + "Name";

    private static ImmutableArray<RequiredMembers> RequiredOf(ImmutableArray<RecordMember> members)
    {
        var required = members.Select((member, index) => (member, index)).Where(pair => pair.member.IsDemanded);
        return
        [
            .. required.GroupBy(pair => pair.index / BitsOfWord).Select(word => new RequiredMembers(
                SeenWord(word.Key),
                word.Key == 0 ? "required" : "required" + (word.Key + 1).ToString(CultureInfo.InvariantCulture),
                word.Count() == 1 ? BitOf(word.First().index) : string.Join(" | ", word.Select(pair => $"({BitOf(pair.index)})")),
                string.Join(", ", word.Select(pair => Literal.Text(pair.member.Property.Name))))),
        ];
    }

    private static CodecAdditional AdditionalOf(AdditionalMembers additional, CSharpType valueType, CodeStyle style)
    {
        var type = additional.Type.Annotated(additional.IsNullable);
        return new CodecAdditional("additional", additional.Name, type, TypeMapper.MapCodecOf(style, type, valueType.CodecOf(additional.IsNullable), additional.NameType));
    }
}
