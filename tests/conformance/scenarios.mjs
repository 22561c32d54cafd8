// node scenarios.mjs OUT.json: writes what each scenario of http-specs sends and returns. {baseUrl} stands for the server's address.
import { globSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const specs = join(dirname(fileURLToPath(import.meta.url)), "node_modules/@typespec/http-specs/dist/specs");
const config = { baseUrl: "{baseUrl}" };
const scenarios = [];
for (const file of globSync("**/mockapi.js", { cwd: specs }).sort()) {
  const spec = dirname(file).replaceAll("\\", "/");
  const { Scenarios } = await import(pathToFileURL(join(specs, file)).href);
  for (const [name, scenario] of Object.entries(Scenarios)) {
    scenarios.push({ name, spec, passes: scenario.passCondition, keys: scenario.keys ?? [], status: scenario.code ?? null, requests: scenario.apis.map(requestOf) });
  }
}
writeFileSync(process.argv[2], JSON.stringify(scenarios, null, 1));
console.log(`${scenarios.length} scenarios, ${scenarios.flatMap((scenario) => scenario.requests).length} requests`);

function requestOf(api) {
  const request = api.request ?? {};
  return {
    method: api.method.toUpperCase(),
    uri: api.uri,
    pathParams: valuesOf(request.pathParams),
    query: valuesOf(request.query),
    headers: valuesOf(request.headers),
    body: bodyOf(request.body),
    response: { status: api.response.status, headers: valuesOf(api.response.headers), body: bodyOf(api.response.body) },
  };
}

/** A matcher stands for several texts and gives one of them. */
function valueOf(value) {
  if (Array.isArray(value)) return value.map(valueOf);
  if (typeof value === "function") return valueOf(value(config));
  if (value !== null && typeof value === "object" && typeof value.serialize === "function") return value.serialize(config);
  if (value !== null && typeof value === "object" && typeof value.resolve === "function") return valueOf(value.resolve(config));
  return value;
}

function valuesOf(values) {
  return Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [name, valueOf(value)]));
}

function bodyOf(body) {
  if (!body) return null;
  if (body.kind === "multipart") {
    const files = (body.files ?? []).map((file) => ({ name: file.fieldname, fileName: file.originalname, contentType: file.mimetype, base64: file.buffer.toString("base64") }));
    return { contentType: body.contentType, parts: valuesOf(body.parts), files };
  }
  const raw = body.rawContent;
  const bytes = Buffer.isBuffer(raw) ? raw : Buffer.from((typeof raw === "string" ? raw : raw?.serialize(config)) ?? "");
  return { contentType: body.contentType, base64: bytes.toString("base64") };
}
