// Runs the checks one after another. Usage: node main.mjs ARTIFACTS
import { existsSync } from "node:fs";
import path from "node:path";
import { Checks } from "./checks.mjs";
import { checkConversation } from "./conversation.mjs";
import { Processes } from "./processes.mjs";
import { checkSync } from "./sync-v2.mjs";

const artifacts = path.resolve(process.argv[2]);
const checks = new Checks();
const processes = new Processes();
try {
    await checkSync(checks, processes, artifacts);
    if (existsSync(path.join(artifacts, "interop", "matrix-api.yaml")))
        await checkConversation(checks, processes, artifacts);
} finally {
    await processes.stopAll();
}
process.exit(checks.report() ? 0 : 1);
