using System.Text.Json;
using Forms;
using Microsoft.AspNetCore.Http;

namespace SyncGen.Forms;

/// <summary>Responses as <see cref="EchoHandler"/> does.</summary>
internal sealed class FormsController : FormsControllerBase
{
    private readonly EchoHandler _echo = new();

    public override Task<SendPartsResult> SendPartsAsync(
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
        CancellationToken cancellationToken) =>
        _echo.SendPartsAsync(file, caption, more, rating, taken, kind, bytes, meta, tags, labels, title, sizes, notes, joined, deep, either, xml, größe名前, abc, cancellationToken);

    public override Task<SendFilesResult> SendFilesAsync(IReadOnlyDictionary<string, IFormFile> parts, CancellationToken cancellationToken) =>
        _echo.SendFilesAsync(parts, cancellationToken);

    public override Task<SendFileListsResult> SendFileListsAsync(
        string? name,
        IReadOnlyDictionary<string, IReadOnlyList<IFormFile>>? additionalProperties,
        CancellationToken cancellationToken) =>
        _echo.SendFileListsAsync(name, additionalProperties, cancellationToken);

    public override Task<SendValuesResult> SendValuesAsync(string? name, IReadOnlyDictionary<string, Meta>? additionalProperties, CancellationToken cancellationToken) =>
        _echo.SendValuesAsync(name, additionalProperties, cancellationToken);

    public override Task<SendAnythingResult> SendAnythingAsync(IReadOnlyDictionary<string, IFormFile> parts, CancellationToken cancellationToken) =>
        _echo.SendAnythingAsync(parts, cancellationToken);

    public override Task<SendArrayResult> SendArrayAsync(IReadOnlyList<IFormFile> files, CancellationToken cancellationToken) =>
        _echo.SendArrayAsync(files, cancellationToken);

    public override Task<SendChoiceResult> SendChoiceAsync(string kind, IFormFile? file, Uri? url, CancellationToken cancellationToken) =>
        _echo.SendChoiceAsync(kind, file, url, cancellationToken);

    public override Task<SendMixedResult> SendMixedAsync(Meta meta, IFormFile file, CancellationToken cancellationToken) =>
        _echo.SendMixedAsync(meta, file, cancellationToken);

    public override Task<SendRelatedResult> SendRelatedAsync(Meta meta, IFormFile file, CancellationToken cancellationToken) =>
        _echo.SendRelatedAsync(meta, file, cancellationToken);

    public override Task<SendOptionalResult> SendOptionalAsync(string? note, IFormFile? file, CancellationToken cancellationToken) =>
        _echo.SendOptionalAsync(note, file, cancellationToken);

    public override Task<SendFieldsResult> SendFieldsAsync(
        string? text,
        Address? address,
        Nested? deep,
        IReadOnlyList<string>? list,
        IReadOnlyList<long>? joined,
        Nested? json,
        IReadOnlyList<Meta>? notes,
        SendFieldsRequestEither? either,
        CancellationToken cancellationToken) =>
        _echo.SendFieldsAsync(text, address, deep, list, joined, json, notes, either, cancellationToken);

    public override Task<SendStylesResult> SendStylesAsync(
        IReadOnlyList<string>? commas,
        IReadOnlyList<string>? spaces,
        IReadOnlyList<string>? pipes,
        IReadOnlyList<long>? numbers,
        IReadOnlyDictionary<string, string>? pairs,
        IReadOnlyList<Meta>? json,
        CancellationToken cancellationToken) =>
        _echo.SendStylesAsync(commas, spaces, pipes, numbers, pairs, json, cancellationToken);

    public override Task<SendTextsResult> SendTextsAsync(IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken) =>
        _echo.SendTextsAsync(fields, cancellationToken);

    public override Task<SendNumbersResult> SendNumbersAsync(
        string? name,
        IReadOnlyDictionary<string, IReadOnlyList<long>>? additionalProperties,
        CancellationToken cancellationToken) =>
        _echo.SendNumbersAsync(name, additionalProperties, cancellationToken);

    public override Task<SendGrantResult> SendGrantAsync(Grant fields, CancellationToken cancellationToken) =>
        _echo.SendGrantAsync(fields, cancellationToken);

    public override Task<SendContactResult> SendContactAsync(string? title, Meta? meta, Address? address, CancellationToken cancellationToken) =>
        _echo.SendContactAsync(title, meta, address, cancellationToken);

    public override Task<SendOrderResult> SendOrderAsync(
        IReadOnlyList<string> tags,
        Street? addr,
        Pair? joined,
        Nested? deep,
        Nested? json,
        IReadOnlyList<long>? sizes,
        IReadOnlyList<Meta>? lines,
        SendOrderRequestEither? either,
        CancellationToken cancellationToken) => _echo.SendOrderAsync(tags, addr, joined, deep, json, sizes, lines, either, cancellationToken);

    public override Task<SendLabelsResult> SendLabelsAsync(string? name, IReadOnlyDictionary<string, string>? labels, CancellationToken cancellationToken) =>
        _echo.SendLabelsAsync(name, labels, cancellationToken);

    public override Task<SendExactlyOneResult> SendExactlyOneAsync(string? name, IFormFile? file, CancellationToken cancellationToken) =>
        _echo.SendExactlyOneAsync(name, file, cancellationToken);

    public override Task<SendKindsResult> SendKindsAsync(
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
        CancellationToken cancellationToken) => _echo.SendKindsAsync(tags, files, value, values, open, sizes, meta, caption, picture, icon, cancellationToken);

    public override Task<SendToldResult> SendToldAsync(SendToldRequest fields, CancellationToken cancellationToken) => _echo.SendToldAsync(fields, cancellationToken);

    public override Task<SendToldPartsResult> SendToldPartsAsync(string kind, string value, CancellationToken cancellationToken) => _echo.SendToldPartsAsync(kind, value, cancellationToken);

    public override Task<SendShownResult> SendShownAsync(IFormFile value, CancellationToken cancellationToken) => _echo.SendShownAsync(value, cancellationToken);

    public override Task<SendFlagsResult> SendFlagsAsync(SendFlagsRequest fields, CancellationToken cancellationToken) => _echo.SendFlagsAsync(fields, cancellationToken);

    public override Task<SendScoredResult> SendScoredAsync(SendScoredRequestScores? scores, CancellationToken cancellationToken) => _echo.SendScoredAsync(scores, cancellationToken);

    public override Task<SendOptionalFieldsResult> SendOptionalFieldsAsync(string? name, long? size, string? note, CancellationToken cancellationToken) => _echo.SendOptionalFieldsAsync(name, size, note, cancellationToken);

    public override Task<SendOptionalPartsResult> SendOptionalPartsAsync(IFormFile? file, string? name, IReadOnlyList<string>? tags, string? note, CancellationToken cancellationToken) => _echo.SendOptionalPartsAsync(file, name, tags, note, cancellationToken);

    public override Task<SendCountedResult> SendCountedAsync(JsonElement value, CancellationToken cancellationToken) => _echo.SendCountedAsync(value, cancellationToken);

    public override Task<SendListedResult> SendListedAsync(string kind, JsonElement value, CancellationToken cancellationToken) => _echo.SendListedAsync(kind, value, cancellationToken);

    public override Task<SendEitherPartResult> SendEitherPartAsync(string value, CancellationToken cancellationToken) => _echo.SendEitherPartAsync(value, cancellationToken);

    public override Task<SendGapsResult> SendGapsAsync(IReadOnlyList<long?> joined, IReadOnlyList<long?>? apart, IReadOnlyList<string?>? texts, IReadOnlyList<Meta?>? metas, CancellationToken cancellationToken) => _echo.SendGapsAsync(joined, apart, texts, metas, cancellationToken);

    public override Task<SendMetasResult> SendMetasAsync(IReadOnlyList<Meta?> metas, CancellationToken cancellationToken) => _echo.SendMetasAsync(metas, cancellationToken);

    public override Task<SendSignedResult> SendSignedAsync(Meta? meta, long? count, SendSignedRequestEither? either, string? note, IFormFile? file, CancellationToken cancellationToken) => _echo.SendSignedAsync(meta, count, either, note, file, cancellationToken);

    public override Task<SendLabelledResult> SendLabelledAsync(string title, string titleXLanguage, Meta? meta, long? titleXRank, string? metaXHash, IReadOnlyList<bool>? metaXTags, Meta? metaXOrigin, CancellationToken cancellationToken) =>
        _echo.SendLabelledAsync(title, titleXLanguage, meta, titleXRank, metaXHash, metaXTags, metaXOrigin, cancellationToken);

    public override Task<SendClosedFieldsResult> SendClosedFieldsAsync(string name, IReadOnlyList<string>? tags, Address? address, Nested? deep, CancellationToken cancellationToken) => _echo.SendClosedFieldsAsync(name, tags, address, deep, cancellationToken);

    public override Task<SendClosedPartsResult> SendClosedPartsAsync(IReadOnlyList<IFormFile> files, IReadOnlyList<IFormFile>? more, IReadOnlyList<long>? sizes, CancellationToken cancellationToken) => _echo.SendClosedPartsAsync(files, more, sizes, cancellationToken);

    public override Task<SendClosedNothingResult> SendClosedNothingAsync(CancellationToken cancellationToken) => _echo.SendClosedNothingAsync(cancellationToken);

    public override Task<SendCountedListsResult> SendCountedListsAsync(IReadOnlyDictionary<string, IReadOnlyList<IFormFile>> parts, CancellationToken cancellationToken) => _echo.SendCountedListsAsync(parts, cancellationToken);

    public override Task<SendValueListsResult> SendValueListsAsync(string? name, IReadOnlyDictionary<string, IReadOnlyList<Meta>>? additionalProperties, CancellationToken cancellationToken) => _echo.SendValueListsAsync(name, additionalProperties, cancellationToken);

    public override Task<SendFieldListsResult> SendFieldListsAsync(string? name, IReadOnlyDictionary<string, IReadOnlyList<Meta>>? additionalProperties, CancellationToken cancellationToken) => _echo.SendFieldListsAsync(name, additionalProperties, cancellationToken);

    public override Task<SendGridsResult> SendGridsAsync(IReadOnlyList<IReadOnlyList<long>> rows, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<long>>>? additionalProperties, CancellationToken cancellationToken) => _echo.SendGridsAsync(rows, additionalProperties, cancellationToken);

    public override Task<SendPicturesResult> SendPicturesAsync(IFormFile? photo, IReadOnlyList<IFormFile>? drawings, IFormFile? sheet, CancellationToken cancellationToken) => _echo.SendPicturesAsync(photo, drawings, sheet, cancellationToken);

    public override Task<SendUploadResult> SendUploadAsync(string kind, IFormFile? file, string? note, IReadOnlyDictionary<string, Meta>? additionalProperties, CancellationToken cancellationToken) => _echo.SendUploadAsync(kind, file, note, additionalProperties, cancellationToken);

    public override Task<SendBoundedResult> SendBoundedAsync(string kind, string value, CancellationToken cancellationToken) => _echo.SendBoundedAsync(kind, value, cancellationToken);

    public override Task<SendNothingSaidResult> SendNothingSaidAsync(SendNothingSaidRequestEither? either, JsonElement open, CancellationToken cancellationToken) => _echo.SendNothingSaidAsync(either, open, cancellationToken);

    public override Task<SendOptionalNullResult> SendOptionalNullAsync(Meta? meta, string? note, CancellationToken cancellationToken) => _echo.SendOptionalNullAsync(meta, note, cancellationToken);

    public override Task<SendOptionalNullFieldResult> SendOptionalNullFieldAsync(Meta? meta, string? note, CancellationToken cancellationToken) => _echo.SendOptionalNullFieldAsync(meta, note, cancellationToken);

    public override Task<SendMixedListResult> SendMixedListAsync(IReadOnlyList<IFormFile> files, CancellationToken cancellationToken) => _echo.SendMixedListAsync(files, cancellationToken);

    public override Task<SendShortPartsResult> SendShortPartsAsync(string? name, IReadOnlyDictionary<string, string>? additionalProperties, CancellationToken cancellationToken) => _echo.SendShortPartsAsync(name, additionalProperties, cancellationToken);

    public override Task<SendShortFieldsResult> SendShortFieldsAsync(string? name, IReadOnlyDictionary<string, string>? additionalProperties, CancellationToken cancellationToken) => _echo.SendShortFieldsAsync(name, additionalProperties, cancellationToken);

    public override Task<SendGappedResult> SendGappedAsync(string kind, JsonElement items, CancellationToken cancellationToken) => _echo.SendGappedAsync(kind, items, cancellationToken);
}
