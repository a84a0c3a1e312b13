#!/usr/bin/env bash
# cargo with the build output where the other scripts keep it: scripts/cargo.sh check
. "$(dirname "$0")/lib/house.sh"
. "$ROOT/scripts/lib/machine.sh"

need_rust
exec cargo "$@"
