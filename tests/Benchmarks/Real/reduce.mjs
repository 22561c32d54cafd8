// Writes a contract with one operation of another one and what it refers to, for tools that cannot choose operations, and the example of its
// answer: node reduce.mjs CONTRACT PATH METHOD CONTRACT-OUT EXAMPLE-OUT
import { readFileSync, writeFileSync } from 'node:fs';

const [source, path, method, contractOut, exampleOut] = process.argv.slice(2);
const contract = JSON.parse(readFileSync(source, 'utf8'));
const operation = contract.paths[path][method];
const components = {};
const resolve = (reference) => reference.split('/').slice(1).reduce((node, name) => node[name.replaceAll('~1', '/').replaceAll('~0', '~')], contract);

function keep(node) {
  if (node === null || typeof node !== 'object') return;
  for (const value of Object.values(node)) keep(value);
  if (typeof node.$ref !== 'string') return;
  const [, , section, name] = node.$ref.split('/');
  components[section] ??= {};
  if (name in components[section]) return;
  components[section][name] = resolve(node.$ref);
  keep(components[section][name]);
}

keep(operation);
const example = Object.values(operation.responses[200].content['application/json'].examples)[0];
writeFileSync(exampleOut, JSON.stringify((example.$ref ? resolve(example.$ref) : example).value));
writeFileSync(contractOut, JSON.stringify({ openapi: contract.openapi, info: contract.info, paths: { [path]: { [method]: operation } }, components }));
