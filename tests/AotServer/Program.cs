using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Notes;
using Notes.Runtime;
using SyncGen.AotServer;

// A server of endpoints, compiled ahead of time, and a client that calls it, in one process on loopback.
var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Configuration["Notes:MaxBodyBytes"] = "500";
builder.Services.AddSingleton<NoteBook>().AddNotes<NoteKeeper>();
builder.Services.AddOptions<ApiServerOptions>().BindConfiguration("Notes");
builder.Services.AddAuthentication().AddKey<KeyHandler>();
await using var app = builder.Build();
app.MapNotes();
await app.StartAsync();

using var http = NotesClient.CreateHttpClient();
var options = new NotesClientOptions { BaseAddress = new Uri(app.Urls.Single() + "/v1/"), Key = "secret" };
var client = new NotesClient(http, options);
var added = await client.AddNoteAsync(new Note { Text = "Café", Tags = ["food"] });
Console.WriteLine($"added {added.Location}: {added.Body.Text}");
foreach (var text in new[] { "one", "two" })
    await client.AddNoteAsync(new Note { Text = text });
Console.WriteLine($"found: {string.Join(", ", (await client.FindNotesAsync()).Select(note => note.Text))}");
Console.WriteLine($"found: {string.Join(", ", (await client.FindNotesAsync(5, ["food"], DateTimeOffset.UnixEpoch)).Select(note => note.Text))}");
using var file = new MemoryStream(Encoding.UTF8.GetBytes("content"));
await client.AttachAsync(1, new FilePart(file, "a.txt", "text/plain"), "caption");
foreach (var text in new[] { new string('x', 21), new string('x', 1000) })
    await TellRefusalAsync(client, text);
await TellRefusalAsync(new NotesClient(http, new NotesClientOptions { BaseAddress = options.BaseAddress }), "anonymous");

static async Task TellRefusalAsync(NotesClient client, string text)
{
    try
    {
        await client.AddNoteAsync(new Note { Text = text });
    }
    catch (ApiException exception)
    {
        Console.WriteLine($"refused with {exception.StatusCode}: {exception.Body}");
    }
}
