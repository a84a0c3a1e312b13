#!/usr/bin/env bash
# make run: from a clone to a running server on 127.0.0.1:8008, with its data in ./data.
#   HEARTH_SERVER_NAME  the name in everyone's address, @ada:NAME; asked for on a terminal, chosen once
#   DATABASE_URL        postgres://… to keep the data there (or HEARTH_DATABASE_URL)
#   HEARTH_WEB_DIST     a folder with the web app, built elsewhere; empty: leave it out
. "$(dirname "$0")/lib/house.sh"
. "$ROOT/scripts/lib/machine.sh"
. "$ROOT/scripts/lib/clients.sh"
. "$ROOT/scripts/lib/web.sh"

# Is there a database already? Then the server remembers its name.
has_database() {
    [ -n "$(find "${HEARTH_DATA_DIR:-data}" -maxdepth 1 -type f \( -name '*.db' -o -name '*.sqlite' -o -name '*.sqlite3' \) -print -quit 2>/dev/null)" ]
}

# Asks for the name if somebody is there to answer; the server itself checks it, and warns of localhost.
choose_name() {
    local answer='' empty_means=localhost
    if [ -z "${HEARTH_SERVER_NAME:-}" ]; then
        unset HEARTH_SERVER_NAME
        # A configuration file may have the name, and what is exported would override it.
        [ -z "${HEARTH_CONFIG:-}" ] || return 0
        if [ -n "${HEARTH_DATABASE_URL:-}" ]; then
            empty_means="the name that the database has, or localhost if it is new"
        elif has_database; then
            return 0
        fi
        if [ -t 0 ] && [ -t 1 ]; then
            say "What is this server's name? It ends everyone's address (@ada:example.org) and cannot be changed later."
            read -r -p "Name (empty: $empty_means): " answer || true
        fi
        # Of a database elsewhere only the server can tell what name it has.
        [ -n "$answer" ] || [ -n "${HEARTH_DATABASE_URL:-}" ] || answer=localhost
        [ -z "$answer" ] || HEARTH_SERVER_NAME=$answer
    fi
    [ -z "${HEARTH_SERVER_NAME:-}" ] || export HEARTH_SERVER_NAME
}

need_rust
need_node
need_build_packages
[ -z "${DATABASE_URL:-}" ] || export HEARTH_DATABASE_URL=$DATABASE_URL
choose_name
if [ -z "${HEARTH_WEB_DIST+set}" ]; then
    need_npm
    web_install
    web_build
    HEARTH_WEB_DIST=$WEB_DIST
fi
HEARTH_WEB_DIST=$HEARTH_WEB_DIST cargo build --locked --release -p hearth
unset HEARTH_WEB_DIST
exec "$CARGO_TARGET_DIR/release/hearth"
