using SyncGen.Diagnostics;
using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Reads a contract's paths and webhooks.</summary>
internal sealed class PathReader
{
    private static readonly HashSet<string> Methods =
        new(StringComparer.Ordinal) { "get", "put", "post", "delete", "options", "head", "patch", "trace", "query" };

    private static readonly HashSet<string> OtherMembers =
        new(StringComparer.Ordinal) { "$ref", "summary", "description", "servers", "parameters", "additionalOperations", "security" };

    /// <summary>A parameter or response in client and server, as a multiple of a property.</summary>
    private const int PartsOfMember = 4;

    private readonly ContractReader _reader;
    private readonly OperationReader _operations;
    private readonly OperationChoice _choice;
    private readonly Func<int, SourceSpan, bool> _spend;

    /// <param name="spend">Counts what an operation becomes in code; false when that is too much.</param>
    public PathReader(ContractReader reader, SchemaTable schemas, SecurityReader security, ServerReader servers, OperationChoice choice, Func<int, SourceSpan, bool> spend)
    {
        _spend = spend;
        _reader = reader;
        _choice = choice;
        var parameters = new ParameterReader(reader, schemas);
        var headers = new HeaderReader(reader, schemas);
        var mediaTypes = new MediaTypeReader(reader, schemas, parameters, headers);
        _operations = new OperationReader(
            reader,
            parameters,
            new BodyReader(reader, schemas, mediaTypes, parameters),
            new ResponseReader(reader, schemas, mediaTypes, headers),
            security,
            servers,
            new CallbackReader(reader) { ReadPathItem = (entry, item, expression) => ReadPathItem(entry, item, new PathKey(expression.Name, expression.NameSpan, null), (_, _) => true) });
    }

    public ImmutableArray<Operation> ReadPaths(EntryDocument entry)
    {
        var operations = ImmutableArray.CreateBuilder<Operation>();
        var templates = new Dictionary<string, Operation>(StringComparer.Ordinal);
        foreach (var (member, location) in _reader.Objects(entry.Root, "paths"))
        {
            var path = ReadPath(member);
            if (PathTemplate.ReadNames(path, member.NameSpan, _reader.Report) is not { } names)
                continue;
            foreach (var operation in ReadPathItem(entry, location, new PathKey(path, member.NameSpan, names), IsChosen))
            {
                var template = $"{operation.Method.ToUpperInvariant()} {PathTemplate.Normalize(path, names)}";
                var isFirst = templates.TryAdd(template, operation);
                operations.Add(operation with { IsShadowed = !isFirst });
                if (!isFirst)
                    _reader.Report(ModelingRules.AmbiguousPath, member.NameSpan, path, operation.Method, templates[template].Path, templates[template].Span);
            }
            if (!_spend(0, member.NameSpan))
                break;
        }
        return operations.DrainToImmutable();
    }

    public ImmutableArray<Operation> ReadWebhooks(EntryDocument entry) =>
    [
        .. _reader.Entries(entry.Root, "webhooks")
            .Concat(_reader.Entries(entry.Root, "x-webhooks"))
            // A vendor's note; a webhook may well have such a name, but is a mapping.
            .Where(webhook => webhook.Location.Node is MappingNode || !ContractReader.IsExtension(webhook.Member.Name))
            .SelectMany(webhook => Named(webhook.Member.Name, ReadPathItem(entry, webhook.Location, new PathKey(webhook.Member.Name, webhook.Member.NameSpan, null), IsChosen))),
    ];

    /// <summary>The only operation of a webhook is called like it.</summary>
    private static ImmutableArray<Operation> Named(string webhook, ImmutableArray<Operation> operations) =>
        operations is [{ OperationId: null, PreferredName: null } only] ? [only with { PreferredName = webhook }] : operations;

    private string ReadPath(Member member)
    {
        if (member.Name.StartsWith('/'))
            return member.Name;
        _reader.Report(ModelingRules.PathWithoutSlash, member.NameSpan, member.Name);
        return "/" + member.Name;
    }

    private bool IsChosen(string key, Location operation) => _choice.IsAll
        || _choice.Contains(key, _reader.Words(operation, "operationId"), _reader.Texts(operation, "tags"), _reader.Flag(operation, "deprecated"));

    private ImmutableArray<Operation> ReadPathItem(EntryDocument entry, Location location, PathKey path, Func<string, Location, bool> isChosen)
    {
        var operations = ImmutableArray.CreateBuilder<Operation>();
        var unknown = path.Placeholders is null ? ModelingRules.CallbackNotUnderstood : ModelingRules.UnknownMethod;
        // A reference's siblings count as well: some contracts add a method to a shared path item.
        foreach (var place in new[] { location, _reader.Follow(location) }.Distinct())
        {
            if (!_reader.Expect<MappingNode>(place, path.Text, "a mapping"))
                continue;
            var fixedMethods = place.Members().Select(member => (Method: ReadMethod(member.Member, unknown), member.Member, member.Location));
            var others = _reader.Entries(place, "additionalOperations").Select(member => (Method: ReadOtherMethod(member.Member), member.Member, member.Location));
            foreach (var (readMethod, member, operation) in fixedMethods.Concat(others))
            {
                if (readMethod is not { } method || !_reader.Expect<MappingNode>(operation, member.Name, "a mapping"))
                    continue;
                var followed = _reader.Follow(operation);
                if (!isChosen($"{method} {path.Text}", followed))
                    continue;
                var read = _operations.Read(entry, place, method, member, path, followed);
                operations.Add(read);
                if (!_spend(PartsOfMember * (1 + read.Parameters.Length + read.Responses.Length), path.Span))
                    return operations.DrainToImmutable();
            }
        }
        return operations.DrainToImmutable();
    }

    /// <summary>The method that a path item's member names; null for other members.</summary>
    private string? ReadMethod(Member member, Rule unknown)
    {
        if (Methods.Contains(member.Name))
            return member.Name.ToUpperInvariant();
        if (OtherMembers.Contains(member.Name) || ContractReader.IsExtension(member.Name))
            return null;
        if (Methods.Contains(member.Name.ToLowerInvariant()))
        {
            _reader.Report(ModelingRules.MethodInUpperCase, member.NameSpan, member.Name);
            return member.Name.ToUpperInvariant();
        }
        ReportUnknown(member, unknown);
        return null;
    }

    /// <summary>The method that a key of <c>additionalOperations</c> is; null, with a report, when it can be none.</summary>
    private string? ReadOtherMethod(Member member)
    {
        if (Methods.Contains(member.Name.ToLowerInvariant()))
        {
            _reader.Report(ModelingRules.FixedMethod, member.NameSpan, member.Name, member.Name.ToLowerInvariant());
            return member.Name.ToUpperInvariant();
        }
        if (HeaderName.IsToken(member.Name))
            return member.Name;
        _reader.Report(ModelingRules.UnknownMethod, member.NameSpan, member.Name);
        return null;
    }

    /// <summary>A name that may be meant as a method is an operation that would be lost; others belong elsewhere and mean nothing here.</summary>
    private void ReportUnknown(Member member, Rule unknown)
    {
        if (ContractKeywords.IsMisplaced(member.Name))
            _reader.Keywords.Add(ModelingRules.UnknownKeyword, member.NameSpan, member.Name, "a path item");
        else if (Guards.MeantBy(member, ContractKeywords.PathItem) is { } guard)
            _reader.Report(ModelingRules.SecurityMisspelt, member.NameSpan, member.Name, guard);
        else if (Spelling.Nearest(member.Name, OtherMembers) is { } similar)
            _reader.Keywords.Add(ModelingRules.ProbableTypo, member.NameSpan, member.Name, similar);
        else if (member.Value is MappingNode || Spelling.Nearest(member.Name, Methods) is not null)
            _reader.Report(unknown, member.NameSpan, member.Name);
        else
            _reader.Keywords.Add(ModelingRules.UnknownKeyword, member.NameSpan, member.Name, "a path item");
    }
}
