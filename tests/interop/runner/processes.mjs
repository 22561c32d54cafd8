import { spawn } from "node:child_process";
import net from "node:net";

const startLimit = 60_000;
const stopLimit = 5_000;

/** Starts programs and stops exactly those. */
export class Processes {
    #running = new Set();

    /** Starts a server and waits for the line that says it listens; gives what the pattern's group caught. */
    async serve(command, args, pattern) {
        const child = this.#start(command, args);
        const ready = new Promise(resolve => {
            const look = () => {
                const match = pattern.exec(child.text);
                if (match)
                    resolve(match[1]);
            };
            child.stdout.on("data", look);
            child.stderr.on("data", look);
        });
        const ended = child.ended.then(code => { throw new Error(`${path(command, args)} ended with ${code}:\n${child.text}`); });
        return await within(startLimit, Promise.race([ready, ended]), () => `${path(command, args)} does not listen:\n${child.text}`);
    }

    /** Runs a program to its end, which must be good; gives what it printed. */
    async run(command, args, limit = 90_000) {
        const child = this.#start(command, args);
        const code = await within(limit, child.ended, () => `${path(command, args)} takes too long:\n${child.text}`);
        if (code !== 0)
            throw new Error(`${path(command, args)} ended with ${code}:\n${child.text}`);
        return child.text;
    }

    async stopAll() {
        await Promise.all([...this.#running].map(async child => {
            child.kill("SIGTERM");
            const timer = setTimeout(() => child.kill("SIGKILL"), stopLimit);
            await child.ended;
            clearTimeout(timer);
        }));
    }

    #start(command, args) {
        const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, NO_COLOR: "1" } });
        child.text = "";
        for (const stream of [child.stdout, child.stderr])
            stream.setEncoding("utf8").on("data", text => { child.text += text; });
        child.ended = new Promise(resolve => {
            child.once("error", error => { child.text += error.message; resolve(-1); });
            child.once("close", (code, signal) => resolve(code ?? signal));
        });
        this.#running.add(child);
        child.ended.then(() => this.#running.delete(child));
        return child;
    }
}

/** A port that was free a moment ago, for programs that cannot choose one. */
export async function freePort() {
    const server = net.createServer();
    await new Promise(resolve => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address();
    await new Promise(resolve => server.close(resolve));
    return port;
}

async function within(limit, promise, problem) {
    let timer;
    const late = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error(problem())), limit);
    });
    try {
        return await Promise.race([promise, late]);
    } finally {
        clearTimeout(timer);
    }
}

function path(command, args) {
    return [command, ...args].map(word => word.split("/").at(-1)).slice(0, 3).join(" ");
}
