#!/usr/bin/env bash
# Measures the retention engine beside DuckDB and LightGBM and puts its section at the end of docs/benchmarks.md.
#   scripts/bench-engine.sh [--events N] [--rows N] [--rounds N] [--log EVENTS.csv.gz]
#   --full  20 million events and a million rows
#   HEARTH_SHARED  the folder with real logs beside the project: CollegeMsg is backtested where it is given
. "$(dirname "$0")/lib/house.sh"
. "$ROOT/scripts/lib/machine.sh"
. "$ROOT/scripts/lib/sdks.sh"

PAGE=$ROOT/docs/benchmarks.md
HEADING='## The retention engine'

# others_install: those whom the engine is measured beside, once for each list of versions. Sets PYTHON.
others_install() {
    local list=$ROOT/bench/engine/requirements.txt key
    need_python
    key=$(sha256sum <"$list" | cut -c1-16)-python$(version_of python3)
    PYTHON=$HEARTH_CACHE/python/$key/bin/python
    [ ! -x "$PYTHON" ] || return 0
    say "Installing DuckDB and LightGBM, once for this list"
    python_install "$list" "$HEARTH_CACHE/python/$key"
}

arguments=()
for argument in "$@"; do
    case $argument in
    --full) arguments+=(--events 20000000 --rows 1000000) ;;
    *) arguments+=("$argument") ;;
    esac
done
college=${HEARTH_SHARED:-}/data/collegemsg/events.csv.gz
[ ! -f "$college" ] || arguments=(--log "$college" "${arguments[@]}")

need_rust
others_install
cargo build --locked --release -p hearth-insight --example engine_speed
section=$("$PYTHON" bench/engine/measure.py "$CARGO_TARGET_DIR/release/examples/engine_speed" "$HEARTH_CACHE/bench-engine" \
    "${arguments[@]}")
# By way of a file beside it, so that a failure leaves the old page whole.
{
    sed "/^$HEADING\$/,\$d" "$PAGE"
    printf '%s\n' "$section"
} >"$PAGE.new"
mv "$PAGE.new" "$PAGE"
say "Wrote the engine's section of docs/benchmarks.md"
