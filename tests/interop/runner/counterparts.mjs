import { createRequire } from "node:module";
import path from "node:path";
import { freePort } from "./processes.mjs";

const require = createRequire(import.meta.url);
const prism = path.join(path.dirname(require.resolve("@stoplight/prism-cli/package.json")), "dist", "index.js");
const dredd = path.join(path.dirname(require.resolve("dredd/package.json")), "bin", "dredd");

/** Prism answers in place of a server, from the contract's examples. */
export function mock(processes, contract) {
    return startPrism(processes, port => ["mock", "--host", "127.0.0.1", "--port", port, contract]);
}

/** Prism stands before a server and compares what passes with the contract; its verdict travels in a header. */
export function validate(processes, contract, upstream) {
    return startPrism(processes, port => ["proxy", "--host", "127.0.0.1", "--port", port, contract, upstream]);
}

/** dredd sends what the contract describes and compares the answers with it. */
export function runDredd(processes, contract, address, hooks) {
    return processes.run(process.execPath, [dredd, contract, address, `--hookfiles=${hooks}`, "--config=none", "--loglevel=warning"]);
}

async function startPrism(processes, argumentsOf) {
    const port = await freePort();
    await processes.serve(process.execPath, [prism, ...argumentsOf(String(port))], /Prism is listening on (\S+)/);
    return `http://127.0.0.1:${port}`;
}
