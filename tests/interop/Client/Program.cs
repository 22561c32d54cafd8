using System.Text.Json;
using Conversation;
using MatrixApi;

// The generated client takes part in the conversation: Client HOMESERVER USER PASSWORD SPEAKER[,SPEAKER...].
// It waits for an invitation, joins, greets, and ends when it has heard everybody else.
// Client MOCK calls every operation there is.
using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
if (args is [var mock])
    return await EveryOperation.CallAsync(new Uri(mock), deadline.Token) ? 0 : 1;

var (homeserver, user, password, speakers) = (new Uri(args[0]), args[1], args[2], args[3].Split(','));
using var http = SessionManagementClient.CreateHttpClient();
var options = new ClientServerClientOptions { BaseAddress = homeserver };
var sessions = new SessionManagementClient(http, options);
var server = new ServerAdministrationClient(http, options);
var rooms = new RoomParticipationClient(http, options);
var membership = new RoomMembershipClient(http, options);
var userData = new UserDataClient(http, options);

var versions = await server.GetVersionsAsync(deadline.Token);
Expect.That(versions.Versions.Contains("v1.19"), "The homeserver speaks v1.19.");
var flows = await sessions.GetLoginFlowsAsync(deadline.Token);
Expect.That(flows.Flows?.Any(flow => flow.Type == "m.login.password") == true, "One can log in with a password.");

var wrong = await Expect.ErrorAsync(() => sessions.LoginAsync(LoginOf(user, "wrong"), deadline.Token));
Expect.That(wrong is { StatusCode: 403, Error.Errcode: "M_FORBIDDEN" }, "A wrong password is forbidden.");
var login = await sessions.LoginAsync(LoginOf(user, password), deadline.Token);
options.AccessTokenBearer = login.AccessToken;
var owner = await sessions.GetTokenOwnerAsync(deadline.Token);
Expect.That(owner.UserId == login.UserId && owner.DeviceId == login.DeviceId, "whoami knows the session.");

var capabilities = await new CapabilitiesClient(http, options).GetCapabilitiesAsync(deadline.Token);
Expect.That(capabilities.Capabilities.MRoomVersions?.Default == "11", "New rooms have version 11.");
var rules = await new PushNotificationsClient(http, options).GetPushRulesAsync(deadline.Token);
Expect.That(rules.Global.Override is [], "There are no push rules.");
var filter = await rooms.DefineFilterAsync(login.UserId, new SyncFilter { Room = new RoomFilter { Timeline = new RoomEventFilter { Limit = 20 } } }, deadline.Token);
var kept = await rooms.GetFilterAsync(login.UserId, filter.FilterId, deadline.Token);
Expect.That(kept.Room?.Timeline?.Limit == 20, "The filter is kept.");

var missing = await Expect.ErrorAsync(() => userData.GetAccountDataAsync(login.UserId, "org.example.syncgen", deadline.Token));
Expect.That(missing is { StatusCode: 404, Error.Errcode: "M_NOT_FOUND" }, "There is no account data yet.");
await userData.SetAccountDataAsync(login.UserId, "org.example.syncgen", JsonElement.Parse("""{ "answer": 42 }"""), deadline.Token);
var data = await userData.GetAccountDataAsync(login.UserId, "org.example.syncgen", deadline.Token);
Expect.That(data.GetProperty("answer").GetInt32() == 42, "The account data is kept.");

var listener = new Listener(user, speakers.Where(speaker => speaker != user));
var sync = await rooms.SyncAsync(filter.FilterId, cancellationToken: deadline.Token);
while (!listener.HasHeardAll)
{
    foreach (var roomId in sync.Rooms?.Invite?.Keys ?? [])
    {
        var joined = await membership.JoinRoomAsync(roomId, new JoinRoomRequest(), cancellationToken: deadline.Token);
        Expect.That(joined.RoomId == roomId, "The room that was joined is the one of the invitation.");
        var greeting = JsonSerializer.SerializeToElement(new { msgtype = "m.text", body = Listener.GreetingOf(user) });
        var sent = await rooms.SendMessageAsync(roomId, "m.room.message", "1", greeting, deadline.Token);
        var again = await rooms.SendMessageAsync(roomId, "m.room.message", "1", greeting, deadline.Token);
        Expect.That(sent.EventId == again.EventId, "A message that is sent twice is one event.");
        Expect.That((await membership.GetJoinedRoomsAsync(deadline.Token)).JoinedRooms.Contains(roomId), "The room is among the joined ones.");
    }

    foreach (var room in sync.Rooms?.Join?.Values ?? [])
        listener.Hear(room.Timeline?.Events ?? []);
    if (!listener.HasHeardAll)
        sync = await rooms.SyncAsync(filter.FilterId, sync.NextBatch, timeout: 5_000, cancellationToken: deadline.Token);
}

await sessions.LogoutAsync(deadline.Token);
Console.WriteLine($"{user} is done");
return 0;

static LoginRequest LoginOf(string user, string password) => new()
{
    Type = "m.login.password",
    Identifier = new UserIdentifier
    {
        Type = "m.id.user",
        AdditionalProperties = new Dictionary<string, JsonElement> { ["user"] = JsonSerializer.SerializeToElement(user) },
    },
    Password = password,
    InitialDeviceDisplayName = "The generated client",
};
