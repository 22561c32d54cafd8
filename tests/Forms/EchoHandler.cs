using System.Globalization;
using System.Text;
using System.Text.Json;
using Forms;
using Forms.Json;
using Microsoft.AspNetCore.Http;

namespace SyncGen.Forms;

/// <summary>Says what was bound.</summary>
internal sealed class EchoHandler : IFormsHandler
{
    public Task<SendPartsResult> SendPartsAsync(
        IFormFile file,
        string? caption,
        IReadOnlyList<IFormFile>? more,
        double? rating,
        DateTimeOffset? taken,
        SendPartsRequestKind? kind,
        byte[]? bytes,
        Meta? meta,
        IReadOnlyList<string>? tags,
        IReadOnlyList<string>? labels,
        string? title,
        IReadOnlyList<long>? sizes,
        IReadOnlyList<Meta>? notes,
        IReadOnlyList<string>? joined,
        Meta? deep,
        SendPartsRequestEither? either,
        IFormFile? xml,
        string? größe名前,
        string? abc,
        CancellationToken cancellationToken) => Task.FromResult(SendPartsResult.Ok(Say(
            ("file", Text(file)),
            ("caption", caption),
            ("more", Text(more)),
            ("rating", rating?.ToString(CultureInfo.InvariantCulture)),
            ("taken", taken?.ToString("O", CultureInfo.InvariantCulture)),
            ("kind", kind?.ToString()),
            ("bytes", bytes is null ? null : Encoding.UTF8.GetString(bytes)),
            ("meta", Text(meta)),
            ("tags", Text(tags)),
            ("labels", Text(labels)),
            ("title", title),
            ("sizes", Text(sizes)),
            ("notes", Text(notes?.Select(Text))),
            ("joined", Text(joined)),
            ("deep", Text(deep)),
            ("either", either is null ? null : SendPartsRequestEitherCodec.Format.ToText(either)),
            ("xml", Text(xml)),
            ("größe", größe名前),
            ("abc", abc))));

    public Task<SendFilesResult> SendFilesAsync(IReadOnlyDictionary<string, IFormFile> parts, CancellationToken cancellationToken) =>
        Task.FromResult(SendFilesResult.Ok(parts.ToDictionary(part => part.Key, part => Text(part.Value)!)));

    public Task<SendFileListsResult> SendFileListsAsync(string? name, IReadOnlyDictionary<string, IReadOnlyList<IFormFile>>? additionalProperties, CancellationToken cancellationToken) =>
        Task.FromResult(SendFileListsResult.Ok(Say([("name", name), .. (additionalProperties ?? Empty<IReadOnlyList<IFormFile>>()).Select(part => (part.Key, Text(part.Value)))])));

    public Task<SendValuesResult> SendValuesAsync(string? name, IReadOnlyDictionary<string, Meta>? additionalProperties, CancellationToken cancellationToken) =>
        Task.FromResult(SendValuesResult.Ok(Say([("name", name), .. (additionalProperties ?? Empty<Meta>()).Select(part => (part.Key, Text(part.Value)))])));

    public Task<SendAnythingResult> SendAnythingAsync(IReadOnlyDictionary<string, IFormFile> parts, CancellationToken cancellationToken) =>
        Task.FromResult(SendAnythingResult.Ok(parts.ToDictionary(part => part.Key, part => Text(part.Value)!)));

    public Task<SendArrayResult> SendArrayAsync(IReadOnlyList<IFormFile> files, CancellationToken cancellationToken) =>
        Task.FromResult(SendArrayResult.Ok(Say(("files", Text(files)))));

    public Task<SendChoiceResult> SendChoiceAsync(string kind, IFormFile? file, Uri? url, CancellationToken cancellationToken) =>
        Task.FromResult(SendChoiceResult.Ok(Say(("kind", kind), ("file", Text(file)), ("url", url?.OriginalString))));

    public Task<SendMixedResult> SendMixedAsync(Meta meta, IFormFile file, CancellationToken cancellationToken) =>
        Task.FromResult(SendMixedResult.Ok(Say(("meta", Text(meta)), ("file", Text(file)))));

    public Task<SendRelatedResult> SendRelatedAsync(Meta meta, IFormFile file, CancellationToken cancellationToken) =>
        Task.FromResult(SendRelatedResult.Ok(Say(("meta", Text(meta)), ("file", Text(file)))));

    public Task<SendOptionalResult> SendOptionalAsync(string? note, IFormFile? file, CancellationToken cancellationToken) =>
        Task.FromResult(SendOptionalResult.Ok(Say(("note", note), ("file", Text(file)))));

    public Task<SendFieldsResult> SendFieldsAsync(
        string? text,
        Address? address,
        Nested? deep,
        IReadOnlyList<string>? list,
        IReadOnlyList<long>? joined,
        Nested? json,
        IReadOnlyList<Meta>? notes,
        SendFieldsRequestEither? either,
        CancellationToken cancellationToken) => Task.FromResult(SendFieldsResult.Ok(Say(
            ("text", text),
            ("address", address is null ? null : AddressCodec.Format.ToText(address)),
            ("deep", deep is null ? null : NestedCodec.Format.ToText(deep)),
            ("list", Text(list)),
            ("joined", Text(joined)),
            ("json", json is null ? null : NestedCodec.Format.ToText(json)),
            ("notes", Text(notes?.Select(Text))),
            ("either", either is null ? null : SendFieldsRequestEitherCodec.Format.ToText(either)))));

    public Task<SendStylesResult> SendStylesAsync(
        IReadOnlyList<string>? commas,
        IReadOnlyList<string>? spaces,
        IReadOnlyList<string>? pipes,
        IReadOnlyList<long>? numbers,
        IReadOnlyDictionary<string, string>? pairs,
        IReadOnlyList<Meta>? json,
        CancellationToken cancellationToken) => Task.FromResult(SendStylesResult.Ok(Say(
            ("commas", Text(commas)),
            ("spaces", Text(spaces)),
            ("pipes", Text(pipes)),
            ("numbers", Text(numbers)),
            ("pairs", pairs is null ? null : string.Join(';', pairs.Select(pair => $"{pair.Key}={pair.Value}"))),
            ("json", Text(json?.Select(Text))))));

    public Task<SendTextsResult> SendTextsAsync(IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken) =>
        Task.FromResult(SendTextsResult.Ok(fields));

    public Task<SendNumbersResult> SendNumbersAsync(string? name, IReadOnlyDictionary<string, IReadOnlyList<long>>? additionalProperties, CancellationToken cancellationToken) =>
        Task.FromResult(SendNumbersResult.Ok(Say([("name", name), .. (additionalProperties ?? Empty<IReadOnlyList<long>>()).Select(field => (field.Key, Text(field.Value)))])));

    public Task<SendGrantResult> SendGrantAsync(Grant fields, CancellationToken cancellationToken) =>
        Task.FromResult(SendGrantResult.Ok(Say(("grant", GrantCodec.Format.ToText(fields)))));

    public Task<SendContactResult> SendContactAsync(string? title, Meta? meta, Address? address, CancellationToken cancellationToken) =>
        Task.FromResult(SendContactResult.Ok(Say(("title", title), ("meta", meta is null ? null : MetaCodec.Format.ToText(meta)), ("address", address is null ? null : AddressCodec.Format.ToText(address)))));

    public Task<SendOrderResult> SendOrderAsync(
        IReadOnlyList<string> tags,
        Street? addr,
        Pair? joined,
        Nested? deep,
        Nested? json,
        IReadOnlyList<long>? sizes,
        IReadOnlyList<Meta>? lines,
        SendOrderRequestEither? either,
        CancellationToken cancellationToken) => Task.FromResult(SendOrderResult.Ok(Say(
            ("tags", Text(tags)),
            ("addr", addr is null ? null : StreetCodec.Format.ToText(addr)),
            ("joined", joined is null ? null : PairCodec.Format.ToText(joined)),
            ("deep", deep is null ? null : NestedCodec.Format.ToText(deep)),
            ("json", json is null ? null : NestedCodec.Format.ToText(json)),
            ("sizes", Text(sizes)),
            ("lines", Text(lines?.Select(Text))),
            ("either", either is null ? null : SendOrderRequestEitherCodec.Format.ToText(either)))));

    public Task<SendLabelsResult> SendLabelsAsync(string? name, IReadOnlyDictionary<string, string>? labels, CancellationToken cancellationToken) =>
        Task.FromResult(SendLabelsResult.Ok(Say(("name", name), ("labels", labels is null ? null : string.Join(';', labels.Select(label => $"{label.Key}={label.Value}"))))));

    public Task<SendExactlyOneResult> SendExactlyOneAsync(string? name, IFormFile? file, CancellationToken cancellationToken) =>
        Task.FromResult(SendExactlyOneResult.Ok(Say(("name", name), ("file", Text(file)))));

    public Task<SendKindsResult> SendKindsAsync(
        IReadOnlyList<string> tags,
        IReadOnlyList<IFormFile> files,
        SendKindsRequestValue? value,
        IReadOnlyList<SendKindsRequestValuesItem>? values,
        System.Text.Json.JsonElement? open,
        IReadOnlyList<long>? sizes,
        Meta? meta,
        string? caption,
        IFormFile? picture,
        byte[]? icon,
        CancellationToken cancellationToken) => Task.FromResult(SendKindsResult.Ok(Say(
            ("tags", Text(tags)),
            ("files", Text(files)),
            ("value", value is null ? null : SendKindsRequestValueCodec.Format.ToText(value)),
            ("values", Text(values?.Select(item => SendKindsRequestValuesItemCodec.Format.ToText(item)))),
            ("open", open?.GetRawText()),
            ("sizes", Text(sizes)),
            ("meta", Text(meta)),
            ("caption", caption),
            ("picture", Text(picture)),
            ("icon", icon is null ? null : Encoding.UTF8.GetString(icon)))));

    public Task<SendToldResult> SendToldAsync(SendToldRequest fields, CancellationToken cancellationToken) =>
        Task.FromResult(SendToldResult.Ok(Say(("fields", SendToldRequestCodec.Format.ToText(fields)))));

    public Task<SendToldPartsResult> SendToldPartsAsync(string kind, string value, CancellationToken cancellationToken) =>
        Task.FromResult(SendToldPartsResult.Ok(Say(("kind", kind), ("value", value))));

    public Task<SendShownResult> SendShownAsync(IFormFile value, CancellationToken cancellationToken) =>
        Task.FromResult(SendShownResult.Ok(Say(("value", Text(value)))));

    public Task<SendFlagsResult> SendFlagsAsync(SendFlagsRequest fields, CancellationToken cancellationToken) =>
        Task.FromResult(SendFlagsResult.Ok(Say(("fields", SendFlagsRequestCodec.Format.ToText(fields)))));

    public Task<SendScoredResult> SendScoredAsync(SendScoredRequestScores? scores, CancellationToken cancellationToken) =>
        Task.FromResult(SendScoredResult.Ok(Say(("scores", scores is null ? null : SendScoredRequestScoresCodec.Format.ToText(scores)))));

    public Task<SendOptionalFieldsResult> SendOptionalFieldsAsync(string? name, long? size, string? note, CancellationToken cancellationToken) =>
        Task.FromResult(SendOptionalFieldsResult.Ok(Say(("name", name), ("size", size?.ToString(CultureInfo.InvariantCulture)), ("note", note))));

    public Task<SendOptionalPartsResult> SendOptionalPartsAsync(IFormFile? file, string? name, IReadOnlyList<string>? tags, string? note, CancellationToken cancellationToken) =>
        Task.FromResult(SendOptionalPartsResult.Ok(Say(("file", Text(file)), ("name", name), ("tags", Text(tags)), ("note", note))));

    public Task<SendCountedResult> SendCountedAsync(JsonElement value, CancellationToken cancellationToken) =>
        Task.FromResult(SendCountedResult.Ok(Say(("value", value.GetRawText()))));

    public Task<SendListedResult> SendListedAsync(string kind, JsonElement value, CancellationToken cancellationToken) =>
        Task.FromResult(SendListedResult.Ok(Say(("kind", kind), ("value", value.GetRawText()))));

    public Task<SendEitherPartResult> SendEitherPartAsync(string value, CancellationToken cancellationToken) =>
        Task.FromResult(SendEitherPartResult.Ok(Say(("value", value))));

    public Task<SendGapsResult> SendGapsAsync(IReadOnlyList<long?> joined, IReadOnlyList<long?>? apart, IReadOnlyList<string?>? texts, IReadOnlyList<Meta?>? metas, CancellationToken cancellationToken) =>
        Task.FromResult(SendGapsResult.Ok(Say(("texts", Items(texts)), ("metas", Items(metas?.Select(meta => meta?.W))))));

    public Task<SendMetasResult> SendMetasAsync(IReadOnlyList<Meta?> metas, CancellationToken cancellationToken) =>
        Task.FromResult(SendMetasResult.Ok(Say(("metas", Items(metas.Select(meta => meta?.W))))));

    private static string? Items<T>(IEnumerable<T>? items) => items is null ? null : string.Join(';', items.Select(item => item is null ? "none" : $"{item}"));

    public Task<SendSignedResult> SendSignedAsync(Meta? meta, long? count, SendSignedRequestEither? either, string? note, IFormFile? file, CancellationToken cancellationToken) =>
        Task.FromResult(SendSignedResult.Ok(Say(("meta", Text(meta)), ("count", count?.ToString(CultureInfo.InvariantCulture)), ("either", either is null ? null : SendSignedRequestEitherCodec.Format.ToText(either)), ("note", note), ("file", Text(file)))));

    public Task<SendLabelledResult> SendLabelledAsync(string title, string titleXLanguage, Meta? meta, long? titleXRank, string? metaXHash, IReadOnlyList<bool>? metaXTags, Meta? metaXOrigin, CancellationToken cancellationToken) =>
        Task.FromResult(SendLabelledResult.Ok(Say(("title", $"{title} ({titleXLanguage}, {titleXRank})"), ("meta", $"{Text(meta)} ({metaXHash}, {Text(metaXTags)}, {Text(metaXOrigin)})"))));

    public Task<SendClosedFieldsResult> SendClosedFieldsAsync(string name, IReadOnlyList<string>? tags, Address? address, Nested? deep, CancellationToken cancellationToken) =>
        Task.FromResult(SendClosedFieldsResult.Ok(Say(("name", name), ("tags", Text(tags)), ("address", address?.City), ("deep", deep?.Name))));

    public Task<SendClosedPartsResult> SendClosedPartsAsync(IReadOnlyList<IFormFile> files, IReadOnlyList<IFormFile>? more, IReadOnlyList<long>? sizes, CancellationToken cancellationToken) =>
        Task.FromResult(SendClosedPartsResult.Ok(Say(("files", Text(files)), ("more", Text(more)), ("sizes", Text(sizes)))));

    public Task<SendClosedNothingResult> SendClosedNothingAsync(CancellationToken cancellationToken) =>
        Task.FromResult(SendClosedNothingResult.Ok(Say()));

    public Task<SendCountedListsResult> SendCountedListsAsync(IReadOnlyDictionary<string, IReadOnlyList<IFormFile>> parts, CancellationToken cancellationToken) =>
        Task.FromResult(SendCountedListsResult.Ok(Say([.. parts.Select(part => (part.Key, Text(part.Value)))])));

    public Task<SendValueListsResult> SendValueListsAsync(string? name, IReadOnlyDictionary<string, IReadOnlyList<Meta>>? additionalProperties, CancellationToken cancellationToken) =>
        Task.FromResult(SendValueListsResult.Ok(Say([("name", name), .. (additionalProperties ?? Empty<IReadOnlyList<Meta>>()).Select(part => (part.Key, Text(part.Value.Select(Text))))])));

    public Task<SendFieldListsResult> SendFieldListsAsync(string? name, IReadOnlyDictionary<string, IReadOnlyList<Meta>>? additionalProperties, CancellationToken cancellationToken) =>
        Task.FromResult(SendFieldListsResult.Ok(Say([("name", name), .. (additionalProperties ?? Empty<IReadOnlyList<Meta>>()).Select(part => (part.Key, Text(part.Value.Select(Text))))])));

    public Task<SendGridsResult> SendGridsAsync(IReadOnlyList<IReadOnlyList<long>> rows, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<long>>>? additionalProperties, CancellationToken cancellationToken) =>
        Task.FromResult(SendGridsResult.Ok(Say([("rows", Text(rows.Select(Text))), .. (additionalProperties ?? Empty<IReadOnlyList<IReadOnlyList<long>>>()).Select(part => (part.Key, Text(part.Value.Select(Text))))])));

    public Task<SendPicturesResult> SendPicturesAsync(IFormFile? photo, IReadOnlyList<IFormFile>? drawings, IFormFile? sheet, CancellationToken cancellationToken) =>
        Task.FromResult(SendPicturesResult.Ok(Say(("photo", Text(photo)), ("drawings", Text(drawings)), ("sheet", Text(sheet)))));

    public Task<SendUploadResult> SendUploadAsync(string kind, IFormFile? file, string? note, IReadOnlyDictionary<string, Meta>? additionalProperties, CancellationToken cancellationToken) =>
        Task.FromResult(SendUploadResult.Ok(Say([("kind", kind), ("file", Text(file)), ("note", note), .. (additionalProperties ?? Empty<Meta>()).Select(part => (part.Key, Text(part.Value)))])));

    public Task<SendBoundedResult> SendBoundedAsync(string kind, string value, CancellationToken cancellationToken) =>
        Task.FromResult(SendBoundedResult.Ok(Say(("kind", kind), ("value", value))));

    public Task<SendNothingSaidResult> SendNothingSaidAsync(SendNothingSaidRequestEither? either, JsonElement open, CancellationToken cancellationToken) =>
        Task.FromResult(SendNothingSaidResult.Ok(Say(("either", either is null ? "none" : SendNothingSaidRequestEitherCodec.Format.ToText(either)), ("open", open.GetRawText()))));

    public Task<SendOptionalNullResult> SendOptionalNullAsync(Meta? meta, string? note, CancellationToken cancellationToken) =>
        Task.FromResult(SendOptionalNullResult.Ok(Say(("meta", meta is null ? "none" : Text(meta)), ("note", note))));

    public Task<SendOptionalNullFieldResult> SendOptionalNullFieldAsync(Meta? meta, string? note, CancellationToken cancellationToken) =>
        Task.FromResult(SendOptionalNullFieldResult.Ok(Say(("meta", meta is null ? "none" : Text(meta)), ("note", note))));

    public Task<SendMixedListResult> SendMixedListAsync(IReadOnlyList<IFormFile> files, CancellationToken cancellationToken) =>
        Task.FromResult(SendMixedListResult.Ok(Say(("files", Text(files)))));

    public Task<SendShortPartsResult> SendShortPartsAsync(string? name, IReadOnlyDictionary<string, string>? additionalProperties, CancellationToken cancellationToken) =>
        Task.FromResult(SendShortPartsResult.Ok(Say(("name", name))));

    public Task<SendShortFieldsResult> SendShortFieldsAsync(string? name, IReadOnlyDictionary<string, string>? additionalProperties, CancellationToken cancellationToken) =>
        Task.FromResult(SendShortFieldsResult.Ok(Say(("name", name))));

    public Task<SendGappedResult> SendGappedAsync(string kind, JsonElement items, CancellationToken cancellationToken) =>
        Task.FromResult(SendGappedResult.Ok(Say(("items", items.GetRawText()))));

    /// <summary>A file: its name, its media type and its text.</summary>
    private static string? Text(IFormFile? file)
    {
        if (file is null)
            return null;
        using var reader = new StreamReader(file.OpenReadStream());
        return $"{file.FileName} ({file.ContentType}): {reader.ReadToEnd()}";
    }

    private static string? Text(IEnumerable<IFormFile>? files) => Text(files?.Select(Text));

    private static string? Text(Meta? meta) => meta is null ? null : MetaCodec.Format.ToText(meta);

    private static string? Text<T>(IEnumerable<T>? items) => items is null ? null : $"[{string.Join(';', items)}]";

    private static Dictionary<string, T> Empty<T>() => [];

    private static Dictionary<string, string> Say(params IEnumerable<(string Name, string? Text)> values) =>
        values.Where(value => value.Text is not null).ToDictionary(value => value.Name, value => value.Text!);
}
