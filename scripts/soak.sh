#!/usr/bin/env bash
# make soak: the Rust tests in the release profile, and the web app's stories on PostgreSQL, with HEARTH_SOAK=1, by which the
# long ones raise their counts.
#   ONLY     "rust" or "web", if not both
#   TESTS    parts of names of Rust tests, if not all:  TESTS="kill model"
#   STORIES  parts of names of files in web/e2e, if not all:  STORIES="resilience"
. "$(dirname "$0")/lib/house.sh"
. "$ROOT/scripts/lib/machine.sh"
. "$ROOT/scripts/lib/postgres.sh"
. "$ROOT/scripts/lib/clients.sh"
. "$ROOT/scripts/lib/web.sh"

wants() { case " ${ONLY:-$1} " in *" $1 "*) ;; *) return 1 ;; esac }

rust() {
    local names which=()
    read -r -a names <<<"${TESTS:-}"
    if [ -z "${HEARTH_SHARED:-}" ]; then
        say "Without the tests that read ../shared/data: it is not there"
        which=(-E "not $SHARED_TESTS")
    fi
    cargo nextest run --workspace --locked --release --profile soak "${which[@]}" "${names[@]}"
}

web() {
    build_server --release
    web_install
    web_build
    # Each server makes a database of its own with psql.
    web_talk "$CARGO_TARGET_DIR/release/hearth" HEARTH_WEB_POSTGRES="$HEARTH_TEST_POSTGRES" PATH="$PG_BIN:$PATH"
}

need_rust
need_build_packages
if wants rust; then need_nextest; fi
if wants web; then
    need_node
    need_npm
    need_browser
fi
trap postgres_stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
postgres_start
export HEARTH_SOAK=1
if wants rust; then rust; fi
if wants web; then web; fi
