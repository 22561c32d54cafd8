using System;
using System.Globalization;
using System.Linq;
using System.Text;
using SyncGen.Benchmarks.Checked;
using SyncGen.Benchmarks.Checked.Json;

namespace SyncGen.Benchmarks.Checks;

/// <summary>What it costs to check unevaluatedProperties, oneOf and if while reading: the same schema with these keywords and without.</summary>
internal static class Checks
{
    private const int OrderSize = 92;
    private const int RowSize = 47;
    private const int NumberSize = 6;

    public static Subject[] Subjects { get; } =
    [
        new(
            "checks of many small objects",
            Orders,
            json => [new("without", () => PlainOrdersCodec.Format.Read(json.AsSpan())), new("with", () => CheckedOrdersCodec.Format.Read(json.AsSpan()))],
            json => Writing(PlainOrdersCodec.Format.Read(json), CheckedOrdersCodec.Format.Read(json))),
        new(
            "checks of one large object",
            Report,
            json => [new("without", () => PlainReportCodec.Format.Read(json.AsSpan())), new("with", () => CheckedReportCodec.Format.Read(json.AsSpan()))],
            json => Writing(PlainReportCodec.Format.Read(json), CheckedReportCodec.Format.Read(json))),
    ];

    private static Variant[] Writing(PlainOrders plain, CheckedOrders @checked) =>
        [new("without", () => PlainOrdersCodec.Format.ToUtf8(plain)), new("with", () => CheckedOrdersCodec.Format.ToUtf8(@checked))];

    private static Variant[] Writing(PlainReport plain, CheckedReport @checked) =>
        [new("without", () => PlainReportCodec.Format.ToUtf8(plain)), new("with", () => CheckedReportCodec.Format.ToUtf8(@checked))];

    private static byte[] Orders(int size) => Encoding.UTF8.GetBytes($$"""{"orders":[{{Joined(size / OrderSize, OrderOf)}}]}""");

    private static byte[] Report(int size) => Encoding.UTF8.GetBytes(
        $$"""{"name":"Report of the week","kind":"sum","values":[{{Joined(size / 2 / NumberSize, index => Number(index * 7919 % 100000))}}],"rows":[{{Joined(size / 2 / RowSize, RowOf)}}],"total":12345.5}""");

    private static string OrderOf(int index) => index % 2 == 0
        ? $$"""{"id":{{Number(1000 + (index * 37))}},"kind":"mail","mail":"someone{{Number(index)}}@example.org","amount":{{Number(index * 13)}}.5,"tags":["new","paid"]}"""
        : $$"""{"id":{{Number(1000 + (index * 37))}},"kind":"phone","phone":"+49 30 12{{Number(index)}}","amount":{{Number(index * 13)}}.5,"tags":["new","paid"]}""";

    private static string RowOf(int index) => $$"""{"at":{{Number(index * 977)}},"text":"row {{Number(index)}} of many","open":{{(index % 3 == 0 ? "true" : "false")}}}""";

    private static string Joined(int count, Func<int, string> text) => string.Join(",", Enumerable.Range(0, count).Select(text));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
