import path from "node:path";
import { expect } from "./checks.mjs";
import { mock, validate } from "./counterparts.mjs";
import { Observer } from "./observer.mjs";

const password = "open sesame";
const speakers = "alice,bob,carol";

/** Three programs talk with each other through a homeserver that derives from the generated controllers. */
export async function checkConversation(checks, processes, artifacts) {
    const programOf = name => path.join(artifacts, "bin", name, "debug", `${name}.dll`);
    const clientOf = name => new URL(`../clients/${name}.mjs`, import.meta.url).pathname;
    const contract = path.join(artifacts, "interop", "matrix-api.yaml");
    await checks.run("Matrix: every operation of the clients satisfies Prism's mock and reads its answer", async () => {
        console.log((await processes.run("dotnet", [programOf("Client"), await mock(processes, contract)])).trimEnd());
    });

    let homeserver;
    let proxy;
    let observer;
    await checks.run("Matrix: the homeserver and Prism's proxy before it start", async () => {
        homeserver = await processes.serve("dotnet", [programOf("Homeserver"), password], /listening on (\S+)/);
        proxy = await validate(processes, contract, homeserver);
        observer = await Observer.start(proxy);
    });
    if (!observer)
        return;

    await checks.run("Matrix: what the homeserver lacks is M_UNRECOGNIZED", async () => {
        const session = await login(homeserver);
        const get = url => fetch(homeserver + url, { headers: { authorization: `Bearer ${session.access_token}` } });
        for (const url of ["/_matrix/client/v3/pushers", "/_matrix/client/v3/devices", "/_matrix/client/unstable/nothing", "/nothing.at.all"])
            await expectError(await get(url), 404, "M_UNRECOGNIZED", url);
    });

    await checks.run("Matrix: nobody gets in without a token", async () => {
        for (const url of ["/_matrix/client/v3/account/whoami", "/_matrix/client/v3/sync", "/_matrix/client/v3/pushers"])
            await expectError(await fetch(homeserver + url), 401, "M_MISSING_TOKEN", url);
        const answer = await fetch(`${homeserver}/_matrix/client/v3/sync`, { headers: { authorization: "Bearer guessed" } });
        await expectError(answer, 401, "M_UNKNOWN_TOKEN", "a guessed token");
    });

    await checks.run("Matrix: Prism's proxy is awake", async () => {
        const answer = await fetch(`${proxy}/_matrix/client/v3/login`, { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
        expect(answer.headers.get("sl-violations")?.includes("'type'"), "a violation for a login without a type");
        const error = await expectError(answer, 400, "M_BAD_JSON", "a login without a type");
        expect(error.error.includes("'type'"), `an error that names the member, not "${error.error}"`);
    });

    const talks = [
        ["matrix-js-sdk", process.execPath, [clientOf("matrix-js-sdk"), observer.address, "alice", password, speakers]],
        ["matrix-bot-sdk", process.execPath, [clientOf("matrix-bot-sdk"), observer.address, "bob", password, speakers]],
        ["the generated client", "dotnet", [programOf("Client"), observer.address, "carol", password, speakers]],
    ].map(([name, command, args]) => [name, processes.run(command, args)]);
    // All of them run to their end before the first verdict is given.
    await Promise.allSettled(talks.map(([, talk]) => talk));
    for (const [name, talk] of talks)
        await checks.run(`Matrix: ${name} talks with the others`, () => talk);

    await checks.run("Matrix: Prism's proxy finds nothing between the three and the homeserver", async () => {
        // What is still unstable stands in no contract.
        const isInContract = exchange => !exchange.url.startsWith("/_matrix/client/unstable/");
        const counted = observer.exchanges.filter(isInContract);
        console.log(`${counted.length} requests seen by Prism, ${observer.exchanges.length - counted.length} more for unstable features`);
        expect(counted.length > 30, "more than 30 requests");
        expect(observer.violations(isInContract).length === 0, `no violation\n${observer.violations(isInContract).join("\n")}`);
    });
    observer.stop();
}

/** The answer is the specification's error object. */
async function expectError(answer, status, code, request) {
    const error = await answer.json();
    expect(answer.status === status && error.errcode === code, `${status} with ${code} for ${request}, not ${answer.status} with ${error.errcode}`);
    return error;
}

async function login(homeserver) {
    const answer = await fetch(`${homeserver}/_matrix/client/v3/login`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ type: "m.login.password", identifier: { type: "m.id.user", user: "dave" }, password }),
    });
    expect(answer.ok, `a login, not ${answer.status}`);
    return await answer.json();
}
