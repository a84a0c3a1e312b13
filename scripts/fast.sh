#!/usr/bin/env bash
# make fast MODULE=rooms: the tests of one module (a folder in a crate's src), on both databases where PostgreSQL is installed.
. "$(dirname "$0")/lib/house.sh"
. "$ROOT/scripts/lib/machine.sh"
. "$ROOT/scripts/lib/postgres.sh"

modules() {
    local folder
    for folder in crates/*/src/*/; do
        [ ! -d "$folder" ] || basename "$folder"
    done | sort -u | tr '\n' ' '
}

MODULE=${1:-${MODULE:-}}
known=$(modules)
case " $known" in
*" ${MODULE:-?} "*) ;;
*) die "${MODULE:+There is no module \"$MODULE\". }Say which module: make fast MODULE=…
Modules: ${known:-none yet}" ;;
esac

crates=()
for folder in crates/*/src/"$MODULE"/; do
    crate=${folder%%/src/*}
    crates+=(-p "$(sed -n 's/^name *= *"\(.*\)"/\1/p' "$crate/Cargo.toml" | head -n 1)")
done

need_rust
need_build_packages
need_nextest
trap postgres_stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
if postgres_find; then postgres_start; else say "No PostgreSQL here: SQLite only"; fi
cargo nextest run --locked --lib "${crates[@]}" -E "test(/(^|::)$MODULE::/)"
