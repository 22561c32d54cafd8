/** Counts what holds and what does not. */
export class Checks {
    #passed = 0;
    #failed = 0;

    /** Runs one check; an exception is its failure, and the next one follows. */
    async run(name, check) {
        try {
            await check();
            this.#passed++;
            console.log(`passed: ${name}`);
        } catch (error) {
            this.#failed++;
            console.log(`FAILED: ${name}\n${indent(error.message ?? String(error))}`);
        }
    }

    /** Prints the count; true when everything holds. */
    report() {
        console.log(`${this.#passed} passed, ${this.#failed} failed`);
        return this.#failed === 0;
    }
}

export function expect(holds, expectation) {
    if (!holds)
        throw new Error(`Expected: ${expectation}`);
}

function indent(text) {
    return text.split("\n").map(line => `    ${line}`).join("\n");
}
