using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Security.Claims;
using Features;
using Microsoft.AspNetCore.Http;

namespace SyncGen.Features;

/// <summary>Responds with what was bound. It serves the endpoints too, for it is a handler.</summary>
internal sealed class FeaturesController(IHttpContextAccessor requests) : FeaturesControllerBase
{
    private ClaimsPrincipal Caller => requests.HttpContext!.User;

    public override Task<OpenSessionResult> OpenSessionAsync(IReadOnlyList<string> tags, IReadOnlyList<string> cookies, CancellationToken cancellationToken)
    {
        // What others set stays beside what the result sets.
        requests.HttpContext!.Response.Cookies.Append("theirs", "1");
        return Task.FromResult(tags is ["open"]
            ? OpenSessionResult.Ok(setCookie: cookies)
            : OpenSessionResult.Created(Say("open"), new Uri("/sessions/1", UriKind.Relative), xCount: tags.Count, tags is ["none"] ? [] : tags, setCookie: cookies));
    }

    public override Task<ReadFactsResult> ReadFactsAsync(IReadOnlyList<string> words, string title, Fact xFact, IReadOnlyList<long> counts, CancellationToken cancellationToken) =>
        Task.FromResult(ReadFactsResult.NoContent(words, title, xFact, counts));

    public override Task<ReadPathResult> ReadPathAsync(string text, long number, CancellationToken cancellationToken) =>
        Task.FromResult(ReadPathResult.Ok(Say($"{text}|{number}")));

    public override Task<ReadDescribedResult> ReadDescribedAsync(Guid id, IReadOnlyList<string> xWords, string? idCookie, CancellationToken cancellationToken) =>
        Task.FromResult<ReadDescribedResult>(Say($"{id}|{List(xWords)}|{idCookie}"));

    public override Task<ReadOtherResult> ReadOtherAsync(CancellationToken cancellationToken) => Task.FromResult<ReadOtherResult>(Say("other"));

    public override Task<ReadListResult> ReadListAsync(IReadOnlyList<long> items, CancellationToken cancellationToken) =>
        Task.FromResult(ReadListResult.Ok(Say(string.Join('|', items))));

    public override Task<ReadQueryResult> ReadQueryAsync(
        IReadOnlyList<string>? exploded,
        IReadOnlyList<long>? joined,
        IReadOnlyList<string>? spaced,
        IReadOnlyList<string>? piped,
        Filter? deep,
        Filter? json,
        ReadQueryOrder? order,
        DateTimeOffset? at,
        double? ratio,
        bool? flag,
        CancellationToken cancellationToken) => Task.FromResult(ReadQueryResult.Ok(Say(string.Join(
            '|',
            List(exploded),
            List(joined),
            List(spaced),
            List(piped),
            Text(deep),
            Text(json),
            order,
            at?.ToString("O", CultureInfo.InvariantCulture),
            ratio?.ToString(CultureInfo.InvariantCulture),
            flag))));

    public override Task<ReadDefaultsResult> ReadDefaultsAsync(
        string text,
        long limit,
        double ratio,
        bool flag,
        ReadQueryOrder order,
        IReadOnlyList<string> tags,
        long? mark,
        string? plain,
        CancellationToken cancellationToken) => Task.FromResult(ReadDefaultsResult.Ok(Say(string.Join(
            '|',
            text,
            limit,
            ratio.ToString(CultureInfo.InvariantCulture),
            flag,
            order,
            List(tags),
            mark,
            plain is null ? "none" : $"'{plain}'"))));

    public override Task<ReadHeadersResult> ReadHeadersAsync(string? xText, IReadOnlyList<long>? xNumbers, string? session, CancellationToken cancellationToken) =>
        Task.FromResult(ReadHeadersResult.Ok(Say($"{xText}|{List(xNumbers)}|{session}"), 7, ["a", "b"]));

    public override Task<SendJsonResult> SendJsonAsync(Filter body, CancellationToken cancellationToken) => Task.FromResult(SendJsonResult.Ok(Say(Text(body))));

    public override Task<SendOptionalJsonResult> SendOptionalJsonAsync(Filter? body, CancellationToken cancellationToken) =>
        Task.FromResult(SendOptionalJsonResult.Ok(Say(Text(body))));

    public override Task<SendLimitedResult> SendLimitedAsync(
        string code,
        IReadOnlyDictionary<string, IReadOnlyList<Interval>> body,
        long? limit,
        IReadOnlyList<string>? tags,
        ReadQueryOrder? order,
        Interval? range,
        double? xLevel,
        string? session,
        CancellationToken cancellationToken) => Task.FromResult(SendLimitedResult.Ok(Say($"{code}|{limit}|{body.Count}")));

    public override Task<SendBoundedResult> SendBoundedAsync(SendBoundedRequest body, CancellationToken cancellationToken) =>
        Task.FromResult(SendBoundedResult.Ok(Say(body.Name ?? "")));

    public override Task<SendNullableResult> SendNullableAsync(SendNullableRequest? body, CancellationToken cancellationToken) =>
        Task.FromResult<SendNullableResult>(Say(body is null ? "null" : body.Name ?? "none"));

    public override Task<SendOptionalNullableResult> SendOptionalNullableAsync(SendOptionalNullableRequest? body, CancellationToken cancellationToken) =>
        Task.FromResult<SendOptionalNullableResult>(Say(body is null ? "null" : body.Name ?? "none"));

    public override Task<SendNullableNumberResult> SendNullableNumberAsync(long? body, CancellationToken cancellationToken) =>
        Task.FromResult<SendNullableNumberResult>(Say(body is null ? "null" : $"{body}"));

    public override Task<SendGapsResult> SendGapsAsync(IReadOnlyList<string?> body, IReadOnlyList<string?>? tags, CancellationToken cancellationToken) =>
        Task.FromResult<SendGapsResult>(Say($"{string.Join('|', body.Select(item => item ?? "null"))} {string.Join('|', tags ?? [])}"));

    public override Task<ReadMembersResult> ReadMembersAsync(Lists? deep, Lists? flat, CancellationToken cancellationToken) =>
        Task.FromResult<ReadMembersResult>(Say($"{List(deep?.Names)}{List(deep?.Numbers)}|{List(flat?.Names)}{List(flat?.Numbers)}"));

    public override Task<ReadNestedResult> ReadNestedAsync(Nested? deep, IReadOnlyDictionary<string, long>? numbers, CancellationToken cancellationToken) =>
        Task.FromResult<ReadNestedResult>(Say(string.Join(
            '|',
            deep?.Limit,
            deep?.Range?.From,
            deep?.Range?.Note,
            List(deep?.Labels),
            deep?.Inner?.Range?.From,
            List(deep?.Inner?.Flags),
            List(numbers))));

    public override Task<ReadFormatResult> ReadFormatAsync(string format, CancellationToken cancellationToken) => Task.FromResult(format switch
    {
        "json" => ReadFormatResult.Ok(Say("a"), format),
        "text" => ReadFormatResult.OkAsText("b", format),
        "png" => ReadFormatResult.OkAsStream(new MemoryStream([1, 2]), "image/png", format),
        "events" => ReadFormatResult.OkAsEvents(Echoes(cancellationToken), format),
        "fault" => ReadFormatResult.NotFound(new Fault { Code = "c" }),
        _ => ReadFormatResult.NotFoundAsText("d"),
    });

    public override Task<ReadWordResult> ReadWordAsync(string format, CancellationToken cancellationToken) =>
        Task.FromResult(format == "json" ? ReadWordResult.Ok("a\"b") : ReadWordResult.OkAsText("a\"b"));

    public override Task<SendAnyResult> SendAnyAsync(Filter body, CancellationToken cancellationToken) => Task.FromResult<SendAnyResult>(Say($"json {Text(body)}"));

    public override Task<SendAnyResult> SendAnyAsFormAsync(string name, IReadOnlyList<long>? list, CancellationToken cancellationToken) =>
        Task.FromResult<SendAnyResult>(Say($"form {name}/{List(list)}"));

    public override Task<SendAnyResult> SendAnyAsMultipartAsync(IFormFile file, CancellationToken cancellationToken) => Task.FromResult<SendAnyResult>(Say($"multipart {file.FileName}"));

    public override Task<SendAnyResult> SendAnyAsTextAsync(string body, CancellationToken cancellationToken) => Task.FromResult<SendAnyResult>(Say($"text {body}"));

    public override Task<SendAnyOrNoneResult> SendAnyOrNoneAsync(Filter? body, CancellationToken cancellationToken) =>
        Task.FromResult<SendAnyOrNoneResult>(Say($"json {Text(body)}"));

    public override Task<SendAnyOrNoneResult> SendAnyOrNoneAsTextAsync(string? body, CancellationToken cancellationToken) => Task.FromResult<SendAnyOrNoneResult>(Say($"text {body}"));

    public override Task<SendAnyOrNoneResult> SendAnyOrNoneAsStreamAsync(Stream? body, string? contentType, CancellationToken cancellationToken) =>
        Task.FromResult<SendAnyOrNoneResult>(Say($"stream {contentType}"));

    public override Task<SendOneOrNoneResult> SendOneOrNoneAsync(Filter? body, CancellationToken cancellationToken) => Task.FromResult<SendOneOrNoneResult>(Say($"json {Text(body)}"));

    public override Task<SendOneOrNoneResult> SendOneOrNoneAsTextAsync(string? body, CancellationToken cancellationToken) => Task.FromResult<SendOneOrNoneResult>(Say($"text {body}"));

    public override Task<SendOneOrNoneResult> SendOneOrNoneAsListJsonAsync(IReadOnlyList<long>? body, CancellationToken cancellationToken) =>
        Task.FromResult<SendOneOrNoneResult>(Say($"list {List(body)}"));

    public override Task<SendTextResult> SendTextAsync(string body, CancellationToken cancellationToken) => Task.FromResult<SendTextResult>(body);

    public override Task<ReadDownloadResult> ReadDownloadAsync(string? name, long? length, CancellationToken cancellationToken)
    {
        // The pipe does not know how long it is.
        var pipe = new Pipe();
        pipe.Writer.Write("content"u8);
        pipe.Writer.Complete();
        return Task.FromResult(ReadDownloadResult.Ok(pipe.Reader.AsStream(), name, length));
    }

    public override async Task<SendFileResult> SendFileAsync(Stream body, string? contentType, CancellationToken cancellationToken)
    {
        var copy = new MemoryStream();
        await body.CopyToAsync(copy, cancellationToken);
        copy.Position = 0;
        return SendFileResult.Ok(copy, contentType ?? "image/unknown");
    }

    public override Task<SendFormResult> SendFormAsync(string text, long? number, IReadOnlyList<string>? list, CancellationToken cancellationToken) =>
        Task.FromResult(SendFormResult.Ok(Say($"{text}|{number}|{List(list)}")));

    public override async Task<UploadResult> UploadAsync(
        IFormFile file,
        IReadOnlyList<IFormFile>? more,
        Filter? filter,
        string? caption,
        double? rating,
        IReadOnlyList<Filter>? filters,
        CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(file.OpenReadStream());
        var content = await reader.ReadToEndAsync(cancellationToken);
        return Say($"{file.FileName}|{file.ContentType}|{content}|{more?.Count}|{Text(filter)}|{caption}|{rating?.ToString(CultureInfo.InvariantCulture)}|{List(filters?.Select(Text))}");
    }

    public override Task<SendAccountResult> SendAccountAsync(Account body, CancellationToken cancellationToken) =>
        Task.FromResult(SendAccountResult.Ok(new Account { Id = body.Id ?? "none", Name = body.Name + "/" + body.Password, Password = body.Password }, body.Name));

    public override Task<ProbeResult> ProbeAsync(CancellationToken cancellationToken) => Task.FromResult(ProbeResult.Ok(7));

    public override Task<ListAllTagsResult> ListAllTagsAsync(CancellationToken cancellationToken) => Task.FromResult(ListAllTagsResult.Ok(Say("all")));

    public override Task<ListTagsResult> ListTagsAsync(string arn, CancellationToken cancellationToken) => Task.FromResult(ListTagsResult.Ok(Say("of " + arn)));

    public override Task<TagResult> TagAsync(TagOperation operation, CancellationToken cancellationToken) => Task.FromResult(TagResult.Ok(Say("tag")));

    public override Task<UntagResult> UntagAsync(string arn, UntagOperation operation, CancellationToken cancellationToken) => Task.FromResult(UntagResult.Ok(Say("untag " + arn)));

    public override Task<AskResult> AskAsync(CancellationToken cancellationToken) => Task.FromResult(AskResult.NoContent(["HEAD", "OPTIONS"]));

    public override Task<AnswerResult> AnswerAsync(int status, CancellationToken cancellationToken) => Task.FromResult(status switch
    {
        200 => AnswerResult.Ok(Say("fine")),
        202 => AnswerResult.Accepted("later"),
        204 => AnswerResult.NoContent(),
        404 => AnswerResult.NotFound(new Fault { Code = "unknown" }),
        < 500 => AnswerResult.ClientError(status, "fault"),
        _ => AnswerResult.Default(status, new Fault { Code = "broken" }),
    });

    public override Task<WatchResult> WatchAsync(CancellationToken cancellationToken) => Task.FromResult(WatchResult.Ok(Echoes(cancellationToken)));

    public override Task<ReadLinesResult> ReadLinesAsync(CancellationToken cancellationToken) => Task.FromResult(ReadLinesResult.Ok(Echoes(cancellationToken)));

    public override Task<ReadSecuredResult> ReadSecuredAsync(CancellationToken cancellationToken) =>
        Task.FromResult(ReadSecuredResult.Ok(Say(string.Join('|', Caller.Identities.Select(identity => identity.Name)))));

    public override Task<ReadScopedResult> ReadScopedAsync(CancellationToken cancellationToken) =>
        Task.FromResult(ReadScopedResult.Ok(Say(string.Join('|', Caller.Identities.Select(identity => identity.Name)))));

    public override Task<ReadOptionalResult> ReadOptionalAsync(CancellationToken cancellationToken) => Task.FromResult(ReadOptionalResult.Ok(Say(Caller.Identity?.Name ?? "nobody")));

    private static async IAsyncEnumerable<Echo> Echoes([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var number = 0; number < 3; number++)
        {
            await Task.Delay(1, cancellationToken);
            yield return Say($"line\n{number}");
        }
    }

    private static Echo Say(string text) => new() { Text = text };

    private static string List<T>(IEnumerable<T>? values) => values is null ? "" : "[" + string.Join(';', values) + "]";

    private static string Text(Filter? filter) =>
        filter is null ? "none" : $"{filter.Name}/{filter.Minimum?.ToString(CultureInfo.InvariantCulture)}/{List(filter.Nested)}";
}
