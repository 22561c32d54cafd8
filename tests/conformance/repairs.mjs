// Repairs an emitter as it is loaded: the examples of a parameter that is called as a member of Object.prototype ("constructor") are that member there.
import { registerHooks } from "node:module";

const from = "examples.parameters[httpProp.options.name] ?? []";
const to = "(Object.hasOwn(examples.parameters, httpProp.options.name) ? examples.parameters[httpProp.options.name] : [])";

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (!url.endsWith("/@typespec/openapi3/dist/src/openapi.js")) return loaded;
    const source = loaded.source.toString();
    if (!source.includes(from)) throw new Error("the emitter is another one than the repair is for");
    return { ...loaded, source: source.replaceAll(from, to) };
  },
});
