#!/usr/bin/env bash
# npm run check: types, lint, boundaries, unused code, format. Each tool prints only what is wrong.
set -uo pipefail
cd "$(dirname "$0")/.."

log=$(mktemp -d)
trap 'rm -rf "$log"' EXIT
names=()
run() {
  local name=$1
  shift
  names+=("$name")
  { "$@" >"$log/$name" 2>&1; echo $? >"$log/$name.status"; } &
}

run types bash -c 'tsc -p tsconfig.shared.json && tsc -p tsconfig.node.json && tsc -p tsconfig.dom.json'
run lint eslint --cache --cache-location node_modules/.cache/eslint/ .
wait -n
run boundaries depcruise --config .dependency-cruiser.mjs src-shared src-main src-renderer src-central
run unused knip
run format prettier --check --log-level warn .
wait

failed=0
for name in "${names[@]}"; do
  if [[ $(cat "$log/$name.status") -eq 0 ]]; then
    echo "$name: clean"
  else
    failed=1
    echo "$name: FAILED"
    cat "$log/$name"
  fi
done
exit "$failed"
