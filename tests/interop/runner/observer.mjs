import http from "node:http";

/** Stands before Prism and keeps what it says of each request and answer. */
export class Observer {
    #server;
    exchanges = [];

    static async start(upstream) {
        const observer = new Observer();
        const target = new URL(upstream);
        observer.#server = http.createServer((request, response) => observer.#forward(target, request, response));
        await new Promise(resolve => observer.#server.listen(0, "127.0.0.1", resolve));
        observer.address = `http://127.0.0.1:${observer.#server.address().port}`;
        return observer;
    }

    /** Requests or answers that are not what the contract says, in words. */
    violations(isCounted = () => true) {
        return this.exchanges.filter(exchange => exchange.violations.length > 0 && isCounted(exchange)).map(exchange =>
            `${exchange.method} ${exchange.url} ${exchange.status}: ${exchange.violations.map(one => `${one.location.join(".")}: ${one.message}`).join("; ")}`);
    }

    stop() {
        this.#server.closeAllConnections();
        this.#server.close();
    }

    #forward(target, request, response) {
        const { method, url, headers } = request;
        const onward = http.request({ host: target.hostname, port: target.port, method, path: url, headers: { ...headers, host: target.host } }, answer => {
            const violations = JSON.parse(answer.headers["sl-violations"] ?? "[]");
            this.exchanges.push({ method, url, status: answer.statusCode, agent: headers["user-agent"] ?? "", violations });
            response.writeHead(answer.statusCode, answer.headers);
            answer.pipe(response);
        });
        onward.on("error", () => response.destroy());
        response.on("close", () => onward.destroy());
        request.pipe(onward);
    }
}
