using System.Net;
using SyncV2;

// The generated code of Matrix's v2_alpha sync against programs that nobody here wrote:
// SyncV2 serve controller TOKEN   the generated controller on a free port of this machine
// SyncV2 serve endpoints TOKEN    the generated endpoints over the same handler
// SyncV2 call ADDRESS TOKEN       the generated client against one of them, or something that stands in for it
switch (args)
{
    case ["serve", "controller" or "endpoints", var token]:
        await ServeAsync(args[1] == "endpoints", token);
        break;
    case ["call", var address, var token]:
        await Calls.RunAsync(new Uri(address), token);
        break;
    default:
        throw new ArgumentException("SyncV2 serve controller|endpoints TOKEN | SyncV2 call ADDRESS TOKEN");
}

static async Task ServeAsync(bool hasEndpoints, string token)
{
    var builder = WebApplication.CreateSlimBuilder();
    builder.Logging.SetMinimumLevel(LogLevel.Warning);
    builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port: 0));
    builder.Services.AddSingleton(new AccessToken(token));
    if (hasEndpoints)
        builder.Services.AddSync<SyncController>();
    else
        builder.Services.AddControllers();
    builder.Services.AddAuthentication().AddAccessToken<AccessTokens>();
    var app = builder.Build();
    if (hasEndpoints)
        app.MapSync();
    else
        app.MapControllers();
    await app.StartAsync();
    Console.WriteLine($"listening on {app.Urls.First()}");
    await app.WaitForShutdownAsync();
}
