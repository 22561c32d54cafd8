import path from "node:path";
import { expect } from "./checks.mjs";
import { mock, runDredd, validate } from "./counterparts.mjs";
import { Observer } from "./observer.mjs";

const basePath = "/_matrix/client/api/v2_alpha";
const token = "secret-of-the-test";

/** The contract of Matrix's v2_alpha sync: client and both kinds of server, each against a program that knows only the contract. */
export async function checkSync(checks, processes, artifacts) {
    const contract = path.join(artifacts, "interop", "sync-v2.yaml");
    const program = path.join(artifacts, "bin", "SyncV2", "debug", "SyncV2.dll");
    const call = address => processes.run("dotnet", [program, "call", address + basePath, token]);

    await checks.run("v2_alpha: the client reads what Prism's mock answers", async () => {
        await call(await mock(processes, contract));
    });

    for (const flavour of ["controller", "endpoints"])
        await checkServer(checks, processes, contract, program, call, flavour);
}

async function checkServer(checks, processes, contract, program, call, flavour) {
    let server;
    await checks.run(`v2_alpha: the ${flavour} start`, async () => {
        server = await processes.serve("dotnet", [program, "serve", flavour, token], /listening on (\S+)/);
    });
    if (!server)
        return;

    await checks.run(`v2_alpha: Prism's proxy finds nothing between client and ${flavour}`, async () => {
        const observer = await Observer.start(await validate(processes, contract, server));
        try {
            await call(observer.address);
            // The contract documents no 401, and the client asks once without a token to see one.
            const isMeant = exchange => exchange.status !== 401;
            expect(observer.exchanges.length === 3, "three calls");
            expect(observer.violations(isMeant).length === 0, `no violation\n${observer.violations(isMeant).join("\n")}`);
        } finally {
            observer.stop();
        }
    });

    await checks.run(`v2_alpha: Prism's proxy is awake before the ${flavour}`, async () => {
        const proxy = await validate(processes, contract, server);
        const answer = await fetch(`${proxy}${basePath}/sync?timeout=abc&access_token=${token}`);
        expect(answer.headers.get("sl-violations")?.includes("timeout"), "a violation for a timeout that is no number");
        expect(answer.status === 400, `400 from the ${flavour}, not ${answer.status}`);
        expect(answer.headers.get("content-type")?.startsWith("application/problem+json"), "a problem as JSON");
        expect((await answer.text()).includes("timeout"), "a problem that names the parameter");
    });

    await checks.run(`v2_alpha: dredd accepts the ${flavour}`, async () => {
        const text = await runDredd(processes, contract, server, new URL("dredd-hooks.cjs", import.meta.url).pathname);
        expect(/1 passing, 0 failing, 0 errors/.test(text), `one passing transaction\n${text}`);
    });
}
