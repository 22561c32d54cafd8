using SyncGen.Diagnostics;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Turns schemas into models and codecs.</summary>
internal static class SchemaProjector
{
    /// <summary>The declarations of every schema that has a type of its own, in contract order.</summary>
    public static ImmutableArray<Declaration> Project(
        ApiModel api,
        TypeNames names,
        CheckNames checks,
        TypeTable types,
        OneWaySchemas oneWay,
        EnumMembers enums,
        Constraints constraints,
        CodeStyle style,
        ApiNamespace @namespace,
        DiagnosticBag diagnostics)
    {
        var records = new RecordShapes(api, names, types, enums, style, diagnostics);
        var unions = new UnionProjector(api, names, types, records, style);
        var extended = names.Declared
            .Where(schema => schema.Shape is Shape.Object)
            .Select(schema => records.Of(schema).Base?.Id)
            .OfType<SchemaId>()
            .ToHashSet();
        var declarations = ImmutableArray.CreateBuilder<Declaration>();
        var descriptions = InlineDescriptions.Of(api);
        var wholes = api.WholeChecks.ToDictionary();
        foreach (var declared in names.Declared)
        {
            var schema = descriptions.TryGetValue(declared.Id, out var description) ? declared with { Description = description } : declared;
            var isInput = schema.InputOf is not null;
            switch (schema.Shape)
            {
                case Shape.Object:
                    var members = records.Of(schema);
                    // Where other members are kept, a discriminator is one of them, unless its value is none that they can have.
                    var discriminators = api.Cases.UndeclaredBy(schema.Id).RemoveAll(name => members.Additional is { } kept && api.Cases.Fits(api, schema.Id, name, kept.Schema));
                    var rules = RulesProjector.OfRecord(schema, members, constraints, extended.Contains(schema.Id));
                    declarations.Add(RecordProjector.Project(schema, members, names, @namespace, rules, extended.Contains(schema.Id)));
                    var check = checks.Own.GetValueOrDefault(schema.Id);
                    declarations.Add(CodecOf(isInput ? types.Requests : types, "Codec", member => isInput && IsReadOnly(member)));
                    if (oneWay.Requests.Contains(schema.Id))
                        declarations.Add(CodecOf(types.Requests, OneWaySchemas.RequestCodec, IsReadOnly));
                    if (oneWay.Responses.Contains(schema.Id))
                        declarations.Add(CodecOf(types.Responses, OneWaySchemas.ResponseCodec, member => Directions.IsWriteOnly(api, schema.Id, member.Property)));
                    break;

                    RecordCodec CodecOf(TypeTable of, string suffix, Func<RecordMember, bool> isLeftOut) =>
                        AskedMembers.WithCheck(RecordCodecProjector.Project(schema, members, names, of, style, suffix, discriminators, isLeftOut), check, schema.Check, wholes);
                case Shape.Enum:
                    declarations.AddRange(EnumProjector.Project(schema, enums.Of(schema), names, style));
                    break;
                case Shape.Union union:
                    var model = unions.Model(schema, union);
                    declarations.Add(model with { Rules = RulesProjector.OfUnion(schema, union, model, constraints, checks, style) });
                    var unionCheck = checks.Own.GetValueOrDefault(schema.Id);
                    declarations.Add(unions.Codec(schema, union, isInput ? types.Requests : types, "Codec") with { Check = unionCheck });
                    if (oneWay.Requests.Contains(schema.Id))
                        declarations.Add(unions.Codec(schema, union, types.Requests, OneWaySchemas.RequestCodec) with { Check = unionCheck });
                    if (oneWay.Responses.Contains(schema.Id))
                        declarations.Add(unions.Codec(schema, union, types.Responses, OneWaySchemas.ResponseCodec) with { Check = unionCheck });
                    break;
            }

            bool IsReadOnly(RecordMember member) => Directions.IsReadOnly(api, schema.Id, member.Property);
        }

        var files = declarations.Select(declaration => declaration.FileName).ToHashSet(StringComparer.Ordinal);
        declarations.AddRange(CheckProjector.Project(api, names, checks, style.Lenient, files, diagnostics));
        declarations.AddRange(NamePatternProjector.Project(names));
        return declarations.DrainToImmutable();
    }
}
