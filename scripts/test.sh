#!/usr/bin/env bash
# make test: all that must hold before a change is taken, in groups with a budget of seconds each (warm cache).
#   ONLY         names of groups, if not all:  ONLY="format lints"
#   CI           true: a check that has to be skipped is a failure
#   ADVISORY_DB  a folder with a clone of the advisory database, to check the crates against
. "$(dirname "$0")/lib/house.sh"
. "$ROOT/scripts/lib/machine.sh"
. "$ROOT/scripts/lib/postgres.sh"
. "$ROOT/scripts/lib/groups.sh"
. "$ROOT/scripts/lib/licences.sh"
. "$ROOT/scripts/lib/clients.sh"
. "$ROOT/scripts/lib/sdks.sh"
. "$ROOT/scripts/lib/web.sh"

wants() { case " ${ONLY:-$1} " in *" $1 "*) ;; *) return 1 ;; esac }

format() { cargo fmt --all --check; }

lints() { cargo clippy --workspace --all-targets --locked -- -D warnings; }

rust() {
    cargo nextest run --workspace --locked -E "not $SHARED_TESTS"
    # nextest leaves the examples in the documentation alone.
    if grep -rqE --include='*.rs' '^ *//[/!] *```' crates; then
        cargo test --workspace --locked --doc --quiet
    fi
}

clients() {
    local url
    build_server
    clients_install
    say "Real clients on SQLite"
    clients_talk
    say "Real clients on PostgreSQL"
    url=$(postgres_fresh clients)
    clients_talk HEARTH_DATABASE_URL="$url"
}

sdks() {
    local url
    build_server
    sdks_install
    say "Real SDKs on SQLite"
    sdks_talk
    say "Real SDKs on PostgreSQL"
    url=$(postgres_fresh sdks)
    sdks_talk HEARTH_DATABASE_URL="$url"
}

web() {
    build_server
    web_install
    web_build
    web_check
    web_talk "$CARGO_TARGET_DIR/debug/hearth"
}

proxies() {
    build_server
    HEARTH_BIN=$CARGO_TARGET_DIR/debug/hearth scripts/proxies.sh
}

shared() {
    if [ -n "${HEARTH_SHARED:-}" ]; then
        cargo nextest run --workspace --locked --no-tests=pass -E "$SHARED_TESTS"
        build_server
        clients_install
        clients_run imported
        clients_run judged
        return
    fi
    local skipped
    skipped=$(cargo nextest list --workspace --locked --message-format oneline -E "$SHARED_TESTS" | wc -l)
    # And a client that reads what was moved in, and the checks of others.
    skipped=$((skipped + 2))
    say "$skipped checks skipped: there is no ../shared/data here"
    [ "${CI:-}" != true ]
}

scripts() { scripts/tests.sh; }

licences() {
    licences_crates
    licences_advisories
    licences_npm
}

# Stops PostgreSQL however the run ends.
trap postgres_stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

need_rust
need_node
need_npm
need_component cargo-fmt rustfmt
need_component cargo-clippy clippy
need_build_packages
if wants rust || wants shared; then need_nextest; fi
if wants licences; then need_deny; fi
if wants sdks; then need_python; fi
if wants web; then need_browser; fi
if wants rust || wants shared || wants clients || wants sdks; then postgres_start; fi

group format 10 format
group scripts 20 scripts
group lints 180 lints
group rust 420 rust
group clients 120 clients
group sdks 60 sdks
group web 240 web
group proxies 60 proxies
group shared 240 shared
group licences 30 licences
groups_end
