#!/usr/bin/env bash
# Brings a fresh Debian computer with a Rust toolchain to where Twinpost can be built and tried.
#   scripts/setup.sh build   what compiling needs
#   scripts/setup.sh api     what the tests of the HTTP interface need (Python, the packages of tests/api in a folder of their own)
#   scripts/setup.sh test    all of that, and what the browser tests need (Chromium, fonts, Node, the packages of tests/browser and verifier)
# Installs only what is missing, so running it again is quick and harmless.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf 'setup: %s\n' "$*"; }
stop() { printf 'setup: %s\n' "$*" >&2; exit 1; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"
  elif command -v sudo >/dev/null 2>&1; then sudo "$@"
  else stop "this needs root and there is no sudo: $*"
  fi
}

is_installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null || true)" = installed ]; }

# install_missing PACKAGE... installs the Debian packages that are not there yet.
install_missing() {
  local package missing=()
  for package in "$@"; do is_installed "$package" || missing+=("$package"); done
  [ "${#missing[@]}" -eq 0 ] && return 0
  command -v apt-get >/dev/null 2>&1 || stop "there is no apt-get here; install by hand: ${missing[*]}"
  say "installing ${missing[*]}"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

setup_build() {
  command -v cargo >/dev/null 2>&1 || stop "no Rust toolchain found; install it first (https://rustup.rs)"
  local packages=()
  command -v cc >/dev/null 2>&1 || packages+=(gcc libc6-dev)
  command -v pkg-config >/dev/null 2>&1 || packages+=(pkg-config)
  [ "${#packages[@]}" -eq 0 ] || install_missing "${packages[@]}"
  say "ready to build"
}

node_major() { node --version 2>/dev/null | sed -n 's/^v\([0-9]*\)\..*/\1/p'; }

# The packages of tests/api live in ~/.cache/twinpost/venv, apart from those of the computer, each in one version.
setup_api() {
  local tests=$root/tests/api venv=${CACHE:-$HOME/.cache/twinpost}/venv
  command -v python3 >/dev/null 2>&1 || install_missing python3
  python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || stop "the tests of the interface need Python 3.11 or newer"
  python3 -c 'import ensurepip, venv' 2>/dev/null || install_missing python3-venv
  local wanted
  wanted=$(cat "$tests/requirements.txt" "$tests/constraints.txt" | sha256sum | cut -d' ' -f1)
  if [ "$(cat "$venv/.lock-stamp" 2>/dev/null || true)" != "$wanted" ]; then
    say "installing the packages of tests/api"
    rm -rf "$venv"
    python3 -m venv "$venv"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check -r "$tests/requirements.txt" -c "$tests/constraints.txt"
    printf '%s\n' "$wanted" >"$venv/.lock-stamp"
  fi
  say "ready to try the interface"
}

# npm_packages FOLDER installs the packages of a folder, each in the version of its lock file.
npm_packages() {
  local folder=$root/$1 wanted
  local stamp=$folder/node_modules/.lock-stamp
  wanted=$(sha256sum "$folder/package.json" "$folder/package-lock.json" | sha256sum | cut -d' ' -f1)
  [ "$(cat "$stamp" 2>/dev/null || true)" != "$wanted" ] || return 0
  say "installing the packages of $1"
  (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --silent)
  printf '%s\n' "$wanted" >"$stamp"
}

setup_test() {
  setup_build
  setup_api
  local packages=(fonts-noto-core fonts-noto-cjk)
  [ -x /usr/bin/chromium ] || packages+=(chromium)
  command -v node >/dev/null 2>&1 || packages+=(nodejs)
  command -v npm >/dev/null 2>&1 || packages+=(npm)
  install_missing "${packages[@]}"
  local major
  major=$(node_major)
  [ "${major:-0}" -ge 18 ] || stop "the browser tests need Node 18.19 or newer; this is ${major:-none}. Install a newer one (https://nodejs.org) and run this again."

  npm_packages tests/browser
  npm_packages verifier
  say "ready to test: build the program, then (cd tests/browser && TWINPOST_BIN=… npm test)"
}

case "${1:-}" in
  build) setup_build ;;
  api) setup_api ;;
  test) setup_test ;;
  *) stop "say what for: setup.sh build, setup.sh api, or setup.sh test" ;;
esac
