using SyncGen.Diagnostics;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>The members of each object schema, with names, types and how they stand to presence.</summary>
internal sealed class RecordShapes(ApiModel api, TypeNames names, TypeTable types, EnumMembers enums, CodeStyle style, DiagnosticBag diagnostics)
{
    private const int MaximumInheritance = 64;

    private readonly Dictionary<SchemaId, RecordMembers> _records = [];
    private readonly HashSet<SchemaId> _unfinished = [];

    /// <summary>A default may hold records, but for those whose members are being decided.</summary>
    private DefaultValue Defaults => field ??= new DefaultValue(api, types, enums, schema => _unfinished.Contains(schema.Id) ? null : Of(schema));

    /// <summary>The members of a schema whose shape is an object.</summary>
    public RecordMembers Of(Schema schema) => Of(schema, MaximumInheritance);

    private RecordMembers Of(Schema schema, int depth)
    {
        if (_records.TryGetValue(schema.Id, out var known))
            return known;
        _unfinished.Add(schema.Id);
        var record = (Shape.Object)schema.Shape;
        var @base = record.Base is { } id && depth > 0 && api.Resolve(id) is { Shape: Shape.Object } found && found.Id != schema.Id ? found : null;
        var parent = @base is null ? null : Of(@base, depth - 1);
        ImmutableArray<RecordMember> inherited = parent is null ? [] : parent.All;
        var members = new MemberNames(names.Of[schema.Id])
            .Reserve(inherited.Select(member => (member.Name, member.Property.Name)))
            .Reserve(inherited.Where(member => member.StoreName is not null).Select(member => (member.StoreName!, member.Property.Name)))
            .Reserve(parent?.Additional is { } kept ? [(kept.Name, kept.Name)] : []);
        var properties = record.Properties.Where(property => inherited.All(member => member.Property.Name != property.Name)).ToImmutableArray();
        var wires = properties.Select(property => (property.Name, property.PreferredName, property.NameSpan)).ToImmutableArray();
        var own = properties.Zip(members.Of(wires, "Property", diagnostics), (property, name) => Discriminator(schema, property, name) ?? Member(property, name, members, record.IsPatch)).ToImmutableArray();
        var result = new RecordMembers(inherited, own, @base, Additional(record, parent, members)) { PassedOver = [.. parent?.PassedOver ?? [], .. record.PassedOver] };
        _records[schema.Id] = result;
        _unfinished.Remove(schema.Id);
        return result;
    }

    private AdditionalMembers? Additional(Shape.Object record, RecordMembers? parent, MemberNames members)
    {
        if (parent?.Additional is { } inherited)
            return inherited with { IsInherited = true };
        return record.Additional is { } id
            ? new AdditionalMembers(members.Add("AdditionalProperties"), id, types[id], types.IsNullable(id), names.NameTypeOf(record.Names), IsInherited: false)
            : null;
    }

    /// <summary>The member that tells the record from the other cases of unions; null when it is none, or when C# has no expression for its values.</summary>
    private RecordMember? Discriminator(Schema owner, Property property, string name)
    {
        var texts = api.Cases.ValuesOf(owner.Id, property.Name);
        var values = texts.Select(value => Defaults.ExpressionOf(value, property.Schema)).ToList();
        if (api.Resolve(property.Schema).Shape is Shape.Enum && values.IndexOf(null) is var unlisted and >= 0)
            diagnostics.Report(ProjectionRules.DiscriminatorValueNotListed, property.NameSpan, property.Name, EnumMembers.TextOf(texts[unlisted]), names.Of[owner.Id]);
        if (values.Count == 0 || values.Contains(null))
            return null;
        var form = values.Count == 1 ? MemberForm.Fixed : MemberForm.Chosen;
        return new RecordMember(property, api[property.Schema], name, types[property.Schema], IsNullable: false, form, values[0], null)
        {
            Text = texts is [JsonValue.String text] ? text.Value : null,
            Choices = [.. values.OfType<string>()],
        };
    }

    private RecordMember Member(Property property, string name, MemberNames members, bool isPatch)
    {
        var schema = api[property.Schema];
        var type = types[property.Schema];
        var isNullable = types.IsNullable(property.Schema);
        if (property.IsRequired)
        {
            var constant = isNullable || api.OnlyValueOf(property.Schema) is not { } only ? null : Defaults.ExpressionOf(only, property.Schema);
            return new RecordMember(property, schema, name, type, isNullable, RequiredForm(constant is not null, isNullable), constant, null);
        }

        // What is absent from a patch stays as it is, whatever the default.
        if (!isPatch && DefaultOf(property) is { } value)
            return new RecordMember(property, schema, name, type, isNullable, MemberForm.Default, value, members.Add(name + "IfPresent"));
        var form = isPatch || (isNullable && style.UsesOptional) ? MemberForm.Distinct : MemberForm.Optional;
        return new RecordMember(property, schema, name, type, isNullable, form, null, null);
    }

    private MemberForm RequiredForm(bool isConstant, bool isNullable)
    {
        if (isConstant)
            return MemberForm.Constant;
        return style.Lenient.HasFlag(Leniency.Missing) && !isNullable ? MemberForm.Expected : MemberForm.Required;
    }

    private string? DefaultOf(Property property)
    {
        var schema = api[property.Schema];
        if ((schema.Default ?? api.Resolve(property.Schema).Default) is not { } value || value is JsonValue.Null)
            return null;
        if (Defaults.ExpressionOf(value, property.Schema) is { } expression)
            return expression;
        diagnostics.Report(ProjectionRules.DefaultNotApplied, schema.Span, MarkdownText.Visible(property.Name));
        return null;
    }
}
