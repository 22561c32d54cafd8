using System.Text;
using Wire;
using Wire.Runtime;

namespace SyncGen.Client.Tests;

/// <summary>A download is what the server says it is, or no download.</summary>
public sealed class DownloadTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The examples of RFC 6266 (section 5), of RFC 8187 (section 3.2.2), and what servers make of them.</summary>
    public static TheoryData<string, string?> Dispositions => new()
    {
        { "Attachment; filename=example.html", "example.html" },
        { "INLINE; FILENAME= \"an example.html\"", "an example.html" },
        { "attachment; filename*= UTF-8''%e2%82%ac%20rates", "€ rates" },
        { "attachment; filename=\"EURO rates\"; filename*=utf-8''%e2%82%ac%20rates", "€ rates" },
        { "attachment; filename*=UTF-8'en'%c2%a3%20and%20%e2%82%ac%20rates; filename=rates", "£ and € rates" },
        { "attachment; filename*=iso-8859-1'en'%A3%20rates", "£ rates" },
        { "attachment; filename*=\"UTF-8''na%c3%afve.txt\"", "naïve.txt" },
        { "attachment; filename=\"plain.txt\"; filename*=UTF-8''%ff", "plain.txt" },
        { "attachment; filename=\"plain.txt\"; filename*=UTF-16''x", "plain.txt" },
        { "attachment; filename=\"plain.txt\"; filename*=UTF-8''%4", "plain.txt" },
        { "attachment; filename=\"a;b=c\\\"d.txt\"; x=y", "a;b=c\"d.txt" },
        { "attachment; filename=\"grüße 中.txt\"", "grüße 中.txt" },
        { "attachment; filename=no quotes.txt", "no quotes.txt" },
        { "attachment; filename=\"50%25.txt\"", "50%25.txt" },
        { "attachment; filename=\"open", "\"open" },
        { "filename=\"no type.txt\"", null },
        { "attachment", null },
        { "attachment;;filename", null },
        { "attachment; filename=\"\"", null },
        { "attachment; filename=\"../../etc/passwd\"", "passwd" },
        { "attachment; filename=\"..\\\\..\\\\boot.ini\"", "boot.ini" },
        { "attachment; filename=\"C:boot.ini\"", "boot.ini" },
        { "attachment; filename*=UTF-8''..%2F..%5Cx%00%0d%0a.txt", "x.txt" },
        { "attachment; filename*=UTF-8''%e2%80%aegpj.exe", "gpj.exe" },
        { "attachment; filename=\"..\"", null },
        { "attachment; filename=\"a/\"", null },
    };

    [Theory]
    [MemberData(nameof(Dispositions))]
    public async Task File_name_is_the_one_that_the_server_suggests(string disposition, string? expected)
    {
        using var server = ServerOf($"Content-Type: application/pdf\r\nContent-Disposition: {disposition}\r\n");

        await using var file = await ClientOf(server).ReadDocumentAsync(Token);

        Assert.Equal(expected, file.FileName);
    }

    [Fact]
    public async Task File_says_what_it_is()
    {
        using var server = ServerOf("Content-Type: Image/PNG; q=\"x\"\r\nX-Trace: t\r\n");

        await using var file = await ClientOf(server).ReadPictureAsync(Token);

        Assert.Equal("Image/PNG; q=\"x\"", file.ContentType);
        Assert.Equal("image/png", file.MediaType);
        Assert.Equal(7, file.ContentLength);
        Assert.Equal(200, file.StatusCode);
        Assert.Equal(["t"], file.Headers["x-trace"]);
        Assert.Null(file.FileName);
        Assert.Equal("content", await TextOf(file));
    }

    [Theory]
    [InlineData("image/jpeg", true)]
    [InlineData("video/mp4", true)]
    [InlineData("image/gif", false)]
    [InlineData("text/html; charset=utf-8", false)]
    [InlineData("nonsense", false)]
    [InlineData("", true)]
    public async Task Only_documented_media_types_are_the_file(string contentType, bool isFile)
    {
        using var server = ServerOf(contentType.Length == 0 ? "" : $"Content-Type: {contentType}\r\n");
        var client = ClientOf(server);
        if (isFile)
        {
            await using var file = await client.ReadPictureAsync(Token);
            Assert.Equal("content", await TextOf(file));
            return;
        }

        var exception = await Assert.ThrowsAsync<ApiException>(() => client.ReadPictureAsync(Token));

        Assert.Equal("GET /picture returned 200 with a media type that the contract does not document.", exception.Message);
        Assert.Equal([contentType], exception.Headers["Content-Type"]);
        Assert.Equal("content", exception.Body);
    }

    [Fact]
    public async Task Documented_error_is_a_file_too()
    {
        using var server = ServerOf("Content-Type: image/png\r\nContent-Disposition: inline; filename=why.png\r\n", "404 Not Found");

        var exception = await Assert.ThrowsAsync<ApiException<FileResponse>>(() => ClientOf(server).ReadDocumentAsync(Token));

        Assert.Equal(404, exception.StatusCode);
        Assert.Equal("why.png", exception.Error.FileName);
        Assert.Equal("content", await TextOf(exception.Error));
    }

    [Fact]
    public async Task Error_of_another_media_type_is_a_plain_exception()
    {
        using var server = ServerOf("Content-Type: text/html\r\n", "404 Not Found");

        var exception = await Assert.ThrowsAnyAsync<ApiException>(() => ClientOf(server).ReadDocumentAsync(Token));

        Assert.IsNotType<ApiException<FileResponse>>(exception);
        Assert.Equal("content", exception.Body);
    }

    private static RawServer ServerOf(string headers, string status = "200 OK") => new($"HTTP/1.1 {status}\r\n{headers}Content-Length: 7\r\n\r\ncontent");

    private static WireClient ClientOf(RawServer server) => new(WireClient.CreateHttpClient(), new WireClientOptions { BaseAddress = server.Address });

    private static async Task<string> TextOf(FileResponse file)
    {
        using var reader = new StreamReader(file.Content, Encoding.UTF8);
        return await reader.ReadToEndAsync(Token);
    }
}
