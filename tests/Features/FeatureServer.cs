using System.Globalization;
using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using Features;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SyncGen.Features;

/// <summary>The server by a controller.</summary>
public sealed class ControllerServer() : FeatureServer(hasController: true);

/// <summary>The server by endpoints.</summary>
public sealed class EndpointServer() : FeatureServer(hasController: false);

/// <summary>A server that tells its caller what it bound.</summary>
public abstract class FeatureServer(bool hasController) : IAsyncLifetime
{
    private WebApplication? _application;

    public Uri Address => new(_application!.Urls.Single() + "/api/");

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").UseKestrel(options => options.Limits.MaxRequestBodySize = 100_000);
        builder.Services.AddAuthentication().AddHeader<HeaderHandler>().AddSession<SessionHandler>().AddOauth<OauthHandler>().AddBasic<BasicHandler>();
        builder.Services.AddHttpContextAccessor();
        Configure(builder.Services);
        if (hasController)
            AddController(builder.Services);
        else
            builder.Services.AddFeatures<FeaturesController>();
        _application = builder.Build();
        if (hasController)
            _application.MapControllers();
        else
            _application.MapFeatures();
        await _application.StartAsync();
    }

    public FeaturesClient CreateClient(Action<FeaturesClientOptions>? configure = null)
    {
        var options = new FeaturesClientOptions { BaseAddress = Address };
        configure?.Invoke(options);
        return new FeaturesClient(FeaturesClient.CreateHttpClient(), options);
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _application!.StopAsync(patience.Token);
        await _application.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Adds to the services.</summary>
    protected virtual void Configure(IServiceCollection services)
    {
    }

    private static void AddController(IServiceCollection services) => services.AddControllers().ConfigureApplicationPartManager(parts =>
    {
        parts.ApplicationParts.Clear();
        parts.FeatureProviders.Add(new OnlyController());
    });

    private sealed class OnlyController : IApplicationFeatureProvider<ControllerFeature>
    {
        public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature) =>
            feature.Controllers.Add(System.Reflection.IntrospectionExtensions.GetTypeInfo(typeof(FeaturesController)));
    }

    private sealed class HeaderHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : HeaderAuthenticationHandler(options, logger, encoder)
    {
        protected override Task<ClaimsPrincipal?> ValidateAsync(string credential, CancellationToken cancellationToken) =>
            Task.FromResult(credential == "key" ? Accept("header", "write", "admin") : null);
    }

    private sealed class SessionHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : SessionAuthenticationHandler(options, logger, encoder)
    {
        protected override Task<ClaimsPrincipal?> ValidateAsync(string credential, CancellationToken cancellationToken) =>
            Task.FromResult(credential == "sid" ? Accept("session") : null);
    }

    private sealed class OauthHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : OauthAuthenticationHandler(options, logger, encoder)
    {
        protected override Task<ClaimsPrincipal?> ValidateAsync(string credential, CancellationToken cancellationToken) =>
            Task.FromResult<ClaimsPrincipal?>(Accept("oauth", credential.Split('+')));
    }

    private sealed class BasicHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : BasicAuthenticationHandler(options, logger, encoder)
    {
        protected override Task<ClaimsPrincipal?> ValidateAsync(string credential, CancellationToken cancellationToken) =>
            Task.FromResult<ClaimsPrincipal?>(Accept(Encoding.UTF8.GetString(Convert.FromBase64String(credential))));
    }
}

/// <summary>Answers with what was bound. It serves the endpoints too, for it is a handler.</summary>
internal sealed class FeaturesController(IHttpContextAccessor requests) : FeaturesControllerBase
{
    private ClaimsPrincipal Caller => requests.HttpContext!.User;

    public override Task<ReadPathResult> ReadPathAsync(string text, long number, CancellationToken cancellationToken) =>
        Task.FromResult(ReadPathResult.Ok(Say($"{text}|{number}")));

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

    public override Task<ReadMembersResult> ReadMembersAsync(Lists? deep, Lists? flat, CancellationToken cancellationToken) =>
        Task.FromResult<ReadMembersResult>(Say($"{List(deep?.Names)}{List(deep?.Numbers)}|{List(flat?.Names)}{List(flat?.Numbers)}"));

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
