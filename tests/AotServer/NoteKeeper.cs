using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Notes;

namespace SyncGen.AotServer;

/// <summary>The notes of all requests.</summary>
internal sealed class NoteBook
{
    public List<Note> Notes { get; } = [];
}

/// <summary>Keeps notes in memory.</summary>
internal sealed class NoteKeeper(NoteBook book) : INotesHandler
{
    public Task<AddNoteResult> AddNoteAsync(Note body, CancellationToken cancellationToken)
    {
        book.Notes.Add(body);
        return Task.FromResult(AddNoteResult.Created(body, string.Create(CultureInfo.InvariantCulture, $"/v1/notes/{book.Notes.Count}")));
    }

    public Task<FindNotesResult> FindNotesAsync(long limit, IReadOnlyList<string>? tags, DateTimeOffset? since, CancellationToken cancellationToken) =>
        Task.FromResult(FindNotesResult.Ok([.. book.Notes.Where(note => tags is null || tags.Intersect(note.Tags ?? []).Any()).Take((int)limit)]));

    public async Task<AttachResult> AttachAsync(long id, IFormFile file, string? caption, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(file.OpenReadStream());
        Console.WriteLine($"attached to {id}: {file.FileName} ({caption}): {await reader.ReadToEndAsync(cancellationToken)}");
        return AttachResult.NoContent();
    }
}

/// <summary>Knows one key.</summary>
internal sealed class KeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : KeyAuthenticationHandler(options, logger, encoder)
{
    protected override Task<ClaimsPrincipal?> ValidateAsync(string credential, CancellationToken cancellationToken) =>
        Task.FromResult(credential == "secret" ? Accept("author") : null);
}
