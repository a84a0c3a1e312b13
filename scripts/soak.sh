#!/usr/bin/env bash
# make soak: the Rust tests in the release profile with HEARTH_SOAK=1, by which the long ones raise their counts.
#   TESTS  parts of test names, if not all:  TESTS="kill model"
. "$(dirname "$0")/lib/house.sh"
. "$ROOT/scripts/lib/machine.sh"
. "$ROOT/scripts/lib/postgres.sh"

need_rust
need_build_packages
need_nextest
trap postgres_stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
postgres_start
read -r -a names <<<"${TESTS:-}"
HEARTH_SOAK=1 cargo nextest run --workspace --locked --release --profile soak "${names[@]}"
