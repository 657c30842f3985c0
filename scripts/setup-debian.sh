#!/usr/bin/env bash
# Installs what tests and screenshots need and npm cannot bring, on Debian or Ubuntu: Chromium, a virtual display, PostgreSQL, Chinese
# fonts, a sound service, and the speech tools that make the rehearsal calls. Does nothing where all of it is there.
set -euo pipefail

declare -A needed=(
  [chromium]=chromium
  [Xvfb]=xvfb
  [xauth]=xauth
  [sox]=sox
  [espeak-ng]=espeak-ng
  [unzip]=unzip
  [pulseaudio]=pulseaudio
  [pactl]=pulseaudio-utils
)

packages=()
for program in "${!needed[@]}"; do
  command -v "$program" >/dev/null 2>&1 || packages+=("${needed[$program]}")
done
compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null || packages+=(postgresql)
fc-list 2>/dev/null | grep -qi 'Noto Sans CJK' || packages+=(fonts-noto-cjk fontconfig)
[[ ${#packages[@]} -eq 0 ]] && exit 0

if ! command -v apt-get >/dev/null 2>&1; then
  echo "These are needed and this is not Debian: ${packages[*]}" >&2
  exit 1
fi
as_root=()
if [[ $(id -u) -ne 0 ]]; then
  if ! sudo -n true 2>/dev/null; then
    echo "These are needed; install them with: sudo apt-get install ${packages[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi
echo "Installing: ${packages[*]}"
"${as_root[@]}" apt-get update -qq
DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
