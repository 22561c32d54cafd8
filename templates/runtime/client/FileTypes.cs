namespace SyncGen.Runtime;

using System;
using System.IO;
using System.Linq;

/// <summary>Finds the media type of a file among those that the contract lists.</summary>
internal static class FileTypes
{
    /// <summary>The media type that the file has, or that its name is for, else the first of those that are listed.</summary>
    /// <param name="name">The name of the part.</param>
    /// <param name="file">The file.</param>
    /// <param name="types">The media types that the contract lists, <c>image/*</c> for all of a kind.</param>
    /// <exception cref="ArgumentException">The file is of none of them.</exception>
    public static string Of(string? name, FilePart file, string[] types)
    {
        if (file.ContentType is { } given)
            return IsListed(given, types) ? given : throw Unlisted($"The file has the media type '{given}'", name, types);
        var extension = Path.GetExtension(file.FileName ?? "").TrimStart('.').ToLowerInvariant();
        var usual = TypeOf(extension);
        if (usual is not null && IsListed(usual, types))
            return usual;
        var subtype = usual is null ? extension : usual[(usual.IndexOf('/', StringComparison.Ordinal) + 1)..];
        if (Array.FindAll(types, type => type.EndsWith("/" + subtype, StringComparison.OrdinalIgnoreCase)) is [var only])
            return only;
        // Texts and archives of many kinds share an extension; images, sounds and films do not.
        if (usual is not null && usual.Split('/')[0] is "image" or "audio" or "video")
            throw Unlisted($"The name of the file is for the media type '{usual}'", name, types);
        return Array.Find(types, type => !type.EndsWith('*')) ?? throw Unlisted("The file needs a media type", name, types);
    }

    private static bool IsListed(string given, string[] types)
    {
        var essence = given.Split(';')[0].Trim();
        return Array.Exists(types, type => type.EndsWith("/*", StringComparison.Ordinal)
            ? essence.StartsWith(type[..^1], StringComparison.OrdinalIgnoreCase)
            : essence.Equals(type, StringComparison.OrdinalIgnoreCase));
    }

    private static string? TypeOf(string extension) => extension switch
    {
        "png" or "gif" or "webp" or "bmp" or "avif" or "heic" => "image/" + extension,
        "jpg" or "jpeg" or "jpe" => "image/jpeg",
        "svg" => "image/svg+xml",
        "tif" or "tiff" => "image/tiff",
        "mp3" => "audio/mpeg",
        "wav" or "flac" => "audio/" + extension,
        "mp4" or "webm" => "video/" + extension,
        "mov" => "video/quicktime",
        "csv" => "text/csv",
        "htm" or "html" => "text/html",
        "md" => "text/markdown",
        "txt" => "text/plain",
        "json" or "pdf" or "xml" or "yaml" or "zip" => "application/" + extension,
        "yml" => "application/yaml",
        _ => null,
    };

    private static ArgumentException Unlisted(string problem, string? name, string[] types) => new($"{problem}, where the contract lists: {string.Join(", ", types)}.", name);
}
