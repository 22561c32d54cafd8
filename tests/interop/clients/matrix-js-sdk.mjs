// matrix-js-sdk opens the room, invites the others, and talks with them.
import { ClientEvent, createClient, EventType, MsgType, Preset, RoomEvent, RoomStateEvent, SyncState } from "matrix-js-sdk";
import { logger } from "matrix-js-sdk/lib/logger.js";
import { greeting, homeserver, Listener, others, password, run, user } from "./conversation.mjs";

logger.setLevel("warn");

/** Resolves when the client reports an event that the condition accepts. */
function when(client, event, condition) {
    return new Promise(resolve => {
        const listener = (...details) => {
            if (condition(...details)) {
                client.off(event, listener);
                resolve();
            }
        };
        client.on(event, listener);
    });
}

await run(async () => {
    const versions = await createClient({ baseUrl: homeserver }).getVersions();
    if (versions.versions.length === 0)
        throw new Error("The homeserver supports no version.");
    const login = await createClient({ baseUrl: homeserver }).loginRequest({
        type: "m.login.password",
        identifier: { type: "m.id.user", user },
        password,
        initial_device_display_name: "matrix-js-sdk",
    });
    const client = createClient({
        baseUrl: homeserver,
        userId: login.user_id,
        deviceId: login.device_id,
        accessToken: login.access_token,
        disableVoip: true,
    });
    const whoami = await client.whoami();
    if (whoami.user_id !== login.user_id)
        throw new Error(`whoami says ${whoami.user_id}`);

    const listener = new Listener();
    client.on(RoomEvent.Timeline, (event, room, toStartOfTimeline) => {
        if (event.getType() === EventType.RoomMessage && !toStartOfTimeline)
            listener.hear(event.getSender().split(":")[0].slice(1), event.getContent().body);
    });
    const prepared = when(client, ClientEvent.Sync, state => state === SyncState.Prepared);
    await client.startClient({ initialSyncLimit: 20, pollTimeout: 5_000 });
    await prepared;
    await client.setAccountData("org.example.syncgen", { answer: 42 });

    const domain = login.user_id.slice(login.user_id.indexOf(":") + 1);
    const guests = others.map(other => `@${other}:${domain}`);
    const { room_id: roomId } = await client.createRoom({
        name: "Conversation",
        topic: "Programs that nobody here wrote",
        preset: Preset.PrivateChat,
        invite: guests,
    });
    const haveAllJoined = () => guests.every(guest => client.getRoom(roomId)?.getMember(guest)?.membership === "join");
    if (!haveAllJoined())
        await when(client, RoomStateEvent.Members, haveAllJoined);
    await client.sendEvent(roomId, EventType.RoomMessage, { msgtype: MsgType.Text, body: greeting(user) });
    await listener.finished;

    const rooms = (await client.getJoinedRooms()).joined_rooms;
    if (!rooms.includes(roomId))
        throw new Error(`joined_rooms lacks ${roomId}`);
    const setting = await client.getAccountDataFromServer("org.example.syncgen");
    if (setting?.answer !== 42)
        throw new Error(`The account data came back as ${JSON.stringify(setting)}`);
    client.stopClient();
    await client.logout();
});
