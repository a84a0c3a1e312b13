#!/usr/bin/env bash
# make fast MODULE=rooms: the tests of one module (a folder in a crate's src), its own and those through the front door, on SQLite.
. "$(dirname "$0")/lib/house.sh"
. "$ROOT/scripts/lib/machine.sh"

FRONT=crates/app/tests/front

# Those that have tests.
modules() {
    local folder name
    for folder in crates/*/src/*/; do
        name=$(basename "$folder")
        if compgen -G "$FRONT/$name*" >/dev/null || grep -rqE '#\[(tokio::)?test|proptest!' "$folder" 2>/dev/null; then
            echo "$name"
        fi
    done | sort -u | tr '\n' ' '
}
MODULE=${1:-${MODULE:-}}
known=$(modules)
case " $known" in
*" ${MODULE:-?} "*) ;;
*) die "${MODULE:+There is no module \"$MODULE\". }Say which module: make fast MODULE=…
Modules: ${known:-none yet}" ;;
esac

need_rust
need_build_packages
need_nextest
# All crates are built as `make test` builds them, so that each is built once.
cargo nextest run --workspace --locked --lib --test front -E "test(/(^|::)$MODULE::/)"
