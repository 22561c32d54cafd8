using System.Net;
using Homeserver;
using MatrixApi;
using MatrixApi.Runtime;

// A homeserver in memory for the interoperability tests: Homeserver PASSWORD. Whoever knows the password may log in under any name.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port: 0));
builder.Services.AddSingleton(new World(password: args[0], domain: "localhost"));
builder.Services.AddControllers();
builder.Services.AddSingleton<IApiProblemWriter, MatrixProblems>();
builder.Services.AddAuthentication().AddAccessTokenBearer<BearerTokens>().AddAccessTokenQuery<QueryTokens>();

var app = builder.Build();
app.Use(Unrecognized.AnswerAsync);
app.MapControllers();
app.MapFallback("{**path}", Unrecognized.WriteAsync);
await app.StartAsync();
Console.WriteLine($"listening on {app.Urls.First()}");
await app.WaitForShutdownAsync();
