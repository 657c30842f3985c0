#!/usr/bin/env bash
# npm test: installs what npm cannot bring, checks, then runs every test. The closing line counts all of them.
set -uo pipefail
cd "$(dirname "$0")/.."
export CI=${CI:-true}

bash scripts/setup-debian.sh || exit 1
reports=$(mktemp -d)
trap 'rm -rf "$reports"' EXIT
failed=0

echo '== check'
npm run --silent check || failed=1
echo '== build'
npm run --silent build || failed=1
echo '== unit, property, migration, core, contract, shell, renderer, central, speech'
npx --no-install vitest run --reporter=default --reporter=json --outputFile.json="$reports/vitest.json" || failed=1
echo '== end to end'
PLAYWRIGHT_JSON_OUTPUT_NAME="$reports/playwright.json" \
  xvfb-run -a npx --no-install playwright test --reporter=list,json || failed=1

node scripts/test-summary.ts "$reports" "$failed"
