# What every script here shares: where the clone and the cache are, and how to speak. Sourced, never run.
# shellcheck shell=bash

set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$ROOT"

# Build output and tools live outside the clone, so that a fresh clone starts warm.
HEARTH_CACHE=${HEARTH_CACHE:-${HOME:?set HOME or HEARTH_CACHE}/.cache/hearth}
case $HEARTH_CACHE in /*) ;; *) HEARTH_CACHE=$ROOT/$HEARTH_CACHE ;; esac
TOOLS=$HEARTH_CACHE/tools
export HEARTH_CACHE CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$HEARTH_CACHE/target}
export PATH=$PATH:$TOOLS/bin
# What lies in ../shared is used where it is beside the clone, by tests in modules named `shared`.
if [ -z "${HEARTH_SHARED:-}" ] && [ -d "$ROOT/../shared/data" ]; then
    HEARTH_SHARED=$(cd "$ROOT/../shared" && pwd)
    export HEARTH_SHARED
fi
SHARED_TESTS='test(/(^|::)shared::/)'
# A toolchain that is missing is asked for in words, never downloaded behind one's back.
export RUSTUP_AUTO_INSTALL=0

say() { printf '%s\n' "$*"; }
warn() { printf '%s\n' "$*" >&2; }
die() {
    warn "$*"
    exit 1
}
has() { command -v "$1" >/dev/null 2>&1; }
