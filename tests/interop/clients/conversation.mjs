// What every client of the conversation has to do and how it reports it.
// Usage of each client: node CLIENT.mjs HOMESERVER USER PASSWORD SPEAKER[,SPEAKER...]
// The first client of the test opens the room and invites everybody; the others wait for that invitation.

const deadline = 60_000;

export const [homeserver, user, password, speakers] = process.argv.slice(2);

export const others = speakers.split(",").filter(speaker => speaker !== user);

/** A message is recognised by its text, so that a test of one client never passes on another's echo. */
export const greeting = sender => `Hello from ${sender}`;

/** Collects messages until each of the others has been heard, once and with its own words. */
export class Listener {
    #heard = new Map();
    #finish;
    #fail;
    finished = new Promise((resolve, reject) => { this.#finish = resolve; this.#fail = reject; });

    hear(sender, body) {
        if (sender === user)
            return;
        if (body !== greeting(sender))
            return this.#fail(new Error(`${sender} said "${body}"`));
        if (this.#heard.has(sender))
            return this.#fail(new Error(`${sender} was heard twice`));
        this.#heard.set(sender, body);
        console.log(`${user} received "${body}"`);
        if (others.every(other => this.#heard.has(other)))
            this.#finish();
    }
}

/** Runs a client to its end within the deadline; its exit code is the verdict. */
export async function run(talk) {
    const timer = setTimeout(() => {
        console.error(`${user} gave up after ${deadline / 1000} s`);
        process.exit(1);
    }, deadline);
    try {
        await talk();
        console.log(`${user} is done`);
    } catch (error) {
        console.error(error);
        process.exit(1);
    } finally {
        clearTimeout(timer);
    }
    process.exit(0);
}
