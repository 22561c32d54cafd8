// matrix-bot-sdk waits for an invitation, joins, and talks with the others.
import { LogLevel, LogService, MatrixAuth, MemoryStorageProvider, MatrixClient } from "matrix-bot-sdk";
import { greeting, homeserver, Listener, password, run, user } from "./conversation.mjs";

LogService.setLevel(LogLevel.WARN);

await run(async () => {
    const session = await new MatrixAuth(homeserver).passwordLogin(user, password, "matrix-bot-sdk");
    const client = new MatrixClient(homeserver, session.accessToken, new MemoryStorageProvider());
    client.syncingTimeout = 5_000;
    const userId = await client.getUserId();
    if (!userId.startsWith(`@${user}:`))
        throw new Error(`whoami says ${userId}`);

    const listener = new Listener();
    client.on("room.message", (_, event) => listener.hear(event.sender.split(":")[0].slice(1), event.content.body));
    const invited = new Promise(resolve => client.once("room.invite", resolve));
    await client.start({ room: { timeline: { limit: 20 } } });
    const roomId = await invited;
    await client.joinRoom(roomId);
    await client.sendText(roomId, greeting(user));
    await listener.finished;

    const rooms = await client.getJoinedRooms();
    if (!rooms.includes(roomId))
        throw new Error(`joined_rooms lacks ${roomId}`);
    await client.setAccountData("org.example.syncgen", { answer: 42 });
    const setting = await client.getAccountData("org.example.syncgen");
    if (setting.answer !== 42)
        throw new Error(`The account data came back as ${JSON.stringify(setting)}`);
    client.stop();
    await client.doRequest("POST", "/_matrix/client/v3/logout");
});
