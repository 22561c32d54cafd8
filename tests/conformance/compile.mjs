// node compile.mjs OUT: compiles each spec of http-specs to an OpenAPI contract in OUT.
import "./repairs.mjs";
import { globSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { compile, NodeHost } from "@typespec/compiler";

const here = dirname(fileURLToPath(import.meta.url));
const specs = join(here, "node_modules/@typespec/http-specs/specs");
const out = resolve(process.argv[2]);

// Streams are described since OpenAPI 3.2 only; all others are what most contracts are.
const versions = { "streaming/sse": "3.2.0", "streaming/jsonl": "3.2.0" };

// OpenAPI has no paths with a query, which six routes of this namespace have.
const namespaces = { routes: "QueryContinuation" };

// A body of JSON lines stays a string in every version of OpenAPI that the emitter writes.
const amendments = { "streaming/jsonl": amendJsonLines };

rmSync(out, { recursive: true, force: true });
let failed = 0;
for (const main of globSync("**/main.tsp", { cwd: specs }).sort()) {
  const spec = dirname(main).replaceAll("\\", "/");
  const folder = join(out, spec);
  mkdirSync(folder, { recursive: true });
  try {
    await emit(spec, folder);
  } catch (error) {
    failed++;
    console.log(`${spec}: ${error.message.split("\n")[0]}`);
  }
}
console.log(`${failed} specs cannot be said in OpenAPI`);

async function emit(spec, folder) {
  const version = versions[spec] ?? "3.0.0";
  const file = join(specs, spec, "main.tsp");
  const host = namespaces[spec] ? { ...NodeHost, readFile: async (path) => without(await NodeHost.readFile(path), path, file, namespaces[spec]) } : NodeHost;
  const program = await compile(host, file, {
    additionalImports: ["@typespec/spector"],
    outputDir: folder,
    emit: ["@typespec/openapi3"],
    options: {
      "@typespec/openapi3": { "emitter-output-dir": folder, "openapi-versions": [version], "file-type": "json", "omit-unreachable-types": false },
    },
  });
  const errors = program.diagnostics.filter((diagnostic) => diagnostic.severity === "error");
  if (errors.length > 0) throw new Error(errors[0].message);
  for (const name of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
    const path = join(folder, name);
    const contract = JSON.parse(readFileSync(path, "utf8"));
    amendments[spec]?.(contract);
    writeFileSync(path, JSON.stringify(contract, null, 2));
  }
}

/** The source without one namespace. */
function without(source, path, file, name) {
  if (resolve(path) !== resolve(file)) return source;
  const text = source.text;
  const start = text.lastIndexOf("@route", text.indexOf(`namespace ${name} {`));
  let depth = 0;
  for (let at = text.indexOf(`namespace ${name} {`); ; at++) {
    if (text[at] === "{") depth++;
    if (text[at] === "}" && --depth === 0) return { ...source, text: text.slice(0, start) + text.slice(at + 1) };
  }
}

function amendJsonLines(contract) {
  for (const path of Object.values(contract.paths)) {
    for (const operation of Object.values(path)) {
      for (const part of [operation.requestBody, ...Object.values(operation.responses)]) {
        const media = part?.content?.["application/jsonl"];
        if (media) part.content["application/jsonl"] = { itemSchema: { $ref: "#/components/schemas/Basic.Info" } };
      }
    }
  }
}
