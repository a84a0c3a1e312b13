#!/usr/bin/env bash
# Makes the stored databases of one version, with a PostgreSQL of its own: HEARTH_BIN=… tests/upgrade/make.sh NAME
. "$(dirname "$0")/../../scripts/lib/house.sh"
. "$ROOT/scripts/lib/machine.sh"
. "$ROOT/scripts/lib/postgres.sh"

[ $# = 1 ] || die 'Name the version, as in: tests/upgrade/make.sh 0003'
trap postgres_stop EXIT
postgres_start
url=$(postgres_fresh stored)
# The server's own pg_dump: another may be too old for it.
PATH=$PG_BIN:$PATH tests/upgrade/make.py "${HEARTH_BIN:-$CARGO_TARGET_DIR/debug/hearth}" "$1" "$url"
