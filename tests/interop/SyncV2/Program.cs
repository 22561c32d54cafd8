using System.Net;
using SyncV2;

// The generated code of Matrix's v2_alpha sync against programs that nobody here wrote:
// SyncV2 serve TOKEN            the generated controller on a free port of this machine
// SyncV2 call ADDRESS TOKEN     the generated client against that controller, or something that stands in for it
switch (args)
{
    case ["serve", var token]:
        await ServeAsync(token);
        break;
    case ["call", var address, var token]:
        await Calls.RunAsync(new Uri(address), token);
        break;
    default:
        throw new ArgumentException("SyncV2 serve TOKEN | SyncV2 call ADDRESS TOKEN");
}

static async Task ServeAsync(string token)
{
    var builder = WebApplication.CreateSlimBuilder();
    builder.Logging.SetMinimumLevel(LogLevel.Warning);
    builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port: 0));
    builder.Services.AddSingleton(new AccessToken(token));
    builder.Services.AddControllers();
    builder.Services.AddAuthentication().AddAccessToken<AccessTokens>();
    var app = builder.Build();
    app.MapControllers();
    await app.StartAsync();
    Console.WriteLine($"listening on {app.Urls.First()}");
    await app.WaitForShutdownAsync();
}
