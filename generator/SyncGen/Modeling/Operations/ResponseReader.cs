using System.Globalization;
using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Reads documented responses.</summary>
internal sealed class ResponseReader(ContractReader reader, SchemaTable schemas, MediaTypeReader mediaTypes, HeaderReader headers)
{
    public ImmutableArray<Response> Read(Location operation, EntryDocument entry)
    {
        var produces = operation.Child("produces") is null ? entry.Produces : MediaTypeNames.Read(reader, operation, "produces");
        var responses = ImmutableArray.CreateBuilder<Response>();
        var seen = new HashSet<ResponseStatus>();
        (Member Member, Location Location)[] written = [.. reader.Objects(operation, "responses")];
        if (written.Length == 0)
            reader.Report(ModelingRules.NoResponses, operation.Node.Span);
        foreach (var (member, location) in written)
        {
            if (ReadStatus(member) is not { } status || !seen.Add(status))
                continue;
            if (status.ToString() is var right && right != member.Name)
                reader.Report(ModelingRules.StatusMisspelt, member.NameSpan, member.Name, right);
            var place = reader.Follow(location);
            if (!reader.Expect<MappingNode>(place, member.Name, "a mapping"))
                continue;
            responses.Add(new Response(
                status,
                member.NameSpan,
                reader.Words(place, "description") ?? reader.Words(place, "summary"),
                headers.Read(place),
                entry.Dialect == Dialect.Swagger20 ? ReadSwaggerContent(place, produces) : mediaTypes.Read(place)));
        }
        return responses.DrainToImmutable();
    }

    private ResponseStatus? ReadStatus(Member member)
    {
        var text = member.Name.Trim();
        if (text.Equals("default", StringComparison.OrdinalIgnoreCase))
            return ResponseStatus.Default;
        if (text.Length == 3 && text[0] is >= '1' and <= '9')
        {
            if (text[0] > '5')
                reader.Report(ModelingRules.StatusOutOfRange, member.NameSpan, member.Name);
            if (text[1..].Equals("XX", StringComparison.OrdinalIgnoreCase))
                return new ResponseStatus((text[0] - '0') * 100, ((text[0] - '0') * 100) + 99);
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code))
                return new ResponseStatus(code, code);
        }
        reader.Report(ModelingRules.InvalidStatus, member.NameSpan, member.Name);
        return null;
    }

    private ImmutableArray<MediaType> ReadSwaggerContent(Location place, ImmutableArray<string> produces)
    {
        if (place.Child("schema") is not { Node: MappingNode } schema)
            return place.Child("content") is null ? [] : mediaTypes.Read(place);
        var isFile = reader.Words(reader.Follow(schema), "type") == "file";
        var names = !produces.IsEmpty ? produces : [isFile ? "*/*" : "application/json"];
        var id = schemas.Reach(schema);
        return [.. names.Select(name => new MediaType(name, schema.Node.Span, id, []))];
    }
}
