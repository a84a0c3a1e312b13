#!/usr/bin/env bash
# Measures the web app in Debian's Chromium, slowed down four times, and puts its section into docs/benchmarks.md.
#   HEARTH_BIN  the server that serves it; otherwise the release build of this clone
. "$(dirname "$0")/lib/house.sh"
. "$ROOT/scripts/lib/machine.sh"
. "$ROOT/scripts/lib/clients.sh"
. "$ROOT/scripts/lib/web.sh"

PAGE=$ROOT/docs/benchmarks.md
HEADING='## The web app'
TABLE=$HEARTH_CACHE/bench-web.md

need_node
need_npm
need_browser
web_install
web_build
if [ -z "${HEARTH_BIN:-}" ]; then
    need_rust
    need_build_packages
    cargo build --locked --release -p hearth
    HEARTH_BIN=$CARGO_TARGET_DIR/release/hearth
fi
load=$(cut -d' ' -f1 /proc/loadavg)
rm -f "$TABLE"
(cd web && HEARTH_BIN=$(realpath "$HEARTH_BIN") HEARTH_WEB_DIR=$WEB_DIST HEARTH_BENCH=$TABLE \
    npx --no-install vitest run --project e2e-alone e2e/speed.test.ts)
{
    printf '%s\n\n' "$HEADING"
    printf '%s, %s cores, load before the run %s; %s, processor slowed down 4 times. Again: `scripts/bench-web.sh`\n\n' \
        "$(date -u +%F)" "$(nproc)" "$load" "$("$HEARTH_CHROMIUM" --version | cut -d' ' -f1,2)"
    printf '| work | goal | Hearth | met? |\n|---|---|---|---|\n'
    cat "$TABLE"
    printf '\n'
} >"$TABLE.section"
# Before the engine's, which ends the page; by way of a file beside it, so that a failure leaves the old page whole.
awk -v heading="$HEADING" -v section="$TABLE.section" '
    function put() { while ((getline line < section) > 0) print line; isPut = 1 }
    /^## / { skip = ($0 == heading) }
    /^## The retention engine$/ { put() }
    !skip
    END { if (!isPut) { print ""; put() } }' "$PAGE" >"$PAGE.new"
mv "$PAGE.new" "$PAGE"
say "Wrote the web app's section of docs/benchmarks.md"
