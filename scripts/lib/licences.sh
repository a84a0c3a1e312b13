# Checks what Hearth is built from: licences, refused crates, known weaknesses. Sourced, never run.
# shellcheck shell=bash

licences_crates() {
    # cargo-deny reads the licence of every crate in the lock file, so all of them must be here first.
    cargo fetch --locked --quiet
    cargo deny --offline --locked check bans licenses sources
}

# cargo-deny looks for its database under this name (made from the address that it would fetch it from).
ADVISORY_NAME=advisory-db-3157b0e258782691

licences_advisories() (
    if [ -z "${ADVISORY_DB:-}" ] || [ ! -d "$ADVISORY_DB" ]; then
        say "advisories: not checked (ADVISORY_DB names no folder)"
        exit
    fi
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    ln -s "$(cd "$ADVISORY_DB" && pwd)" "$folder/$ADVISORY_NAME"
    sed "s|^\[advisories\]|&\ndb-path = \"$folder\"|" deny.toml >"$folder/deny.toml"
    cargo deny --offline --locked --config "$folder/deny.toml" check advisories
)

# Fails on what the registry calls high or critical; says so plainly if the registry keeps no such list.
licences_npm() {
    local folder report
    for folder in web tests/clients tests/sdks; do
        report=$(cd $folder && npm audit --json --package-lock-only --loglevel=silent 2>/dev/null) || true
        printf '%s' "$report" | node scripts/lib/audit.mjs || return
    done
}
