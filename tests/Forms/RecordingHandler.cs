using System.Net;
using System.Text;
using Forms;

namespace SyncGen.Forms;

/// <summary>Keeps the form that a client sends, byte by byte.</summary>
internal sealed class RecordingHandler : HttpMessageHandler
{
    private RecordedForm? _form;

    /// <summary>What a call sends.</summary>
    public static async Task<RecordedForm> RecordAsync(Func<FormsClient, Task> call)
    {
        using var handler = new RecordingHandler();
        using var client = new HttpClient(handler);
        await call(new FormsClient(client));
        return handler._form!;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var content = request.Content!;
        var announced = content.Headers.ContentLength;
        _form = new RecordedForm(content.Headers.GetValues("Content-Type").Single(), await content.ReadAsByteArrayAsync(cancellationToken));
        Assert.True(announced is null || announced == _form.Body.Length, "The length that is announced is the one that is sent.");
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
    }
}

/// <summary>A form as it was sent.</summary>
internal sealed record RecordedForm(string ContentType, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);
}
