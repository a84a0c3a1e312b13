#!/usr/bin/env bash
# make bench: measures Hearth beside Synapse on this machine and writes docs/benchmarks.md.
#   scripts/bench.sh [--full] [--servers LIST] [--seconds N] [--rounds N]
#   scripts/bench.sh --only NAME …   some workloads; shows their page and leaves docs/benchmarks.md alone
#   HEARTH_BIN  the server to measure; otherwise the release build of this clone
. "$(dirname "$0")/lib/house.sh"
. "$ROOT/scripts/lib/machine.sh"
. "$ROOT/scripts/lib/postgres.sh"

SYNAPSE=$HEARTH_CACHE/synapse
SYNAPSE_VERSION=1.163.2
# The load generator is a workspace of its own, so its build is too.
BENCH_TARGET=$HEARTH_CACHE/bench-target
REPORT=$HEARTH_CACHE/benchmarks.json
ALL_SERVERS=hearth-sqlite,synapse-sqlite,hearth-postgres,synapse-postgres,reference

# is_asked WORD ARGUMENT…: does any of the arguments hold WORD?
is_asked() {
    local word=$1
    shift
    [[ " $* " == *"$word"* ]]
}

# need_synapse: Synapse in a Python environment of its own.
need_synapse() {
    [ ! -x "$SYNAPSE/bin/synapse_homeserver" ] || return 0
    python3 -c 'import ensurepip' 2>/dev/null || packages python3 python3-venv
    say "Installing Synapse $SYNAPSE_VERSION, once (a few minutes)"
    python3 -m venv "$SYNAPSE"
    "$SYNAPSE/bin/pip" install --quiet "matrix-synapse==$SYNAPSE_VERSION" psycopg2-binary
}

# Set but empty means the same as not set.
[ -n "${HEARTH_BIN:-}" ] || unset HEARTH_BIN
arguments=("$@")
is_asked --servers "$@" || arguments=(--servers "$ALL_SERVERS" "$@")

need_rust
need_build_packages
CARGO_TARGET_DIR=$BENCH_TARGET cargo build --locked --release --manifest-path bench/Cargo.toml
# What measures is tried itself first.
CARGO_TARGET_DIR=$BENCH_TARGET cargo test --locked --release --quiet --manifest-path bench/Cargo.toml
bench=$BENCH_TARGET/release/hearth-bench
if is_asked hearth- "${arguments[@]}"; then
    if [ -z "${HEARTH_BIN:-}" ]; then
        cargo build --locked --release -p hearth
        HEARTH_BIN=$CARGO_TARGET_DIR/release/hearth
    fi
    # Absolute, because servers are not started from here.
    HEARTH_BIN=$(realpath "$HEARTH_BIN")
    export HEARTH_BIN
fi
if is_asked synapse- "${arguments[@]}"; then
    need_synapse
    export HEARTH_BENCH_SYNAPSE_PYTHON=$SYNAPSE/bin/python
fi
if is_asked -postgres "${arguments[@]}"; then
    postgres_find || packages postgresql
fi

"$bench" run "${arguments[@]}" --json "$REPORT"
if is_asked --only "$@"; then
    "$bench" table "$REPORT"
else
    mkdir -p docs
    # By way of a file beside it, so that a failure leaves the old page whole.
    "$bench" table "$REPORT" >docs/benchmarks.md.new
    mv docs/benchmarks.md.new docs/benchmarks.md
    say "Wrote docs/benchmarks.md"
    scripts/bench-engine.sh
    scripts/bench-web.sh
fi
