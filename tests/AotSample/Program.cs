using System.Net.Http.Json;
using System.Text.Json;
using Ledger;
using Ledger.Json;
using Ledger.Runtime;
using SyncGen.AotSample;

// A bookkeeper's console: books an entry, lists the account, follows it. The server stands in the same process, on loopback.
using var server = new LedgerServer();
using var http = LedgerClient.CreateHttpClient();
var ledger = new LedgerClient(http, new LedgerClientOptions { BaseAddress = server.Address, Token = "secret" });

var payment = new Payment
{
    Amount = 12.50m,
    Payee = "Café Ünal",
    Booked = new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.FromHours(1)),
    Labels = new Dictionary<string, string> { ["purpose"] = "lunch" },
    Details = JsonDocument.Parse("""{"seats":2}""").RootElement,
};
var added = await ledger.AddEntryAsync("petty cash", payment);
Console.WriteLine($"booked at {added.Location}: {Describe(added.Body)}");

var page = await ledger.ListEntriesAsync("petty cash", payment.Booked, [BookingKind.Payment, BookingKind.Refund]);
foreach (var entry in page.Entries)
    Console.WriteLine($"listed: {Describe(entry)}");

await foreach (var change in ledger.WatchEntriesAsync("petty cash"))
    Console.WriteLine($"changed: {Describe(change.Data)}");

try
{
    await ledger.ListEntriesAsync("unknown");
}
catch (ApiException<Fault> exception)
{
    Console.WriteLine($"refused with {exception.StatusCode}: {exception.Error.Title}");
}

foreach (var violation in (payment with { Amount = 0.001m, Currency = "euro", Payee = "" }).Validate())
    Console.WriteLine($"invalid: {violation.Path}: {violation.Message}");

try
{
    JsonSerializer.Deserialize("""{"entries":[{"kind":"refund","amount":"1"}]}""", PageCodec.Format.TypeInfo);
}
catch (JsonException exception)
{
    Console.WriteLine($"unreadable: {exception.Path}");
}

Console.WriteLine($"written: {JsonSerializer.Serialize(page, PageCodec.Format.TypeInfo)}");

// The same types by HttpClient's own JSON methods, and in a type of the program's.
using var plain = new HttpClient { BaseAddress = server.Address, DefaultRequestHeaders = { Authorization = new("Bearer", "secret") } };
var fetched = await plain.GetFromJsonAsync("accounts/petty%20cash/entries?since=2026-03-01T09%3A30%3A00%2B01%3A00&kinds=payment&kinds=refund", SampleJson.Of<Page>());
Console.WriteLine($"fetched: {fetched!.Entries.Count} entries");
var report = JsonSerializer.Serialize(new Report("Ada", fetched.Entries[1]), SampleJson.Of<Report>());
Console.WriteLine($"reported: {report}");
Console.WriteLine($"read back: {Describe(JsonSerializer.Deserialize(report, SampleJson.Of<Report>())!.Last)}");

static string Describe(Entry entry) => entry.Match(
    payment => $"{payment.Amount} {payment.Currency} to {payment.Payee} ({string.Join(", ", payment.Labels?.Values ?? [])})",
    refund => $"{refund.Amount} {refund.Currency} back for {refund.Of}",
    unknown => $"something new: {unknown}");
