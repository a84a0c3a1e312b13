# Runs the conversations in tests/clients: real Matrix clients against the server that was just built. Sourced, never run.
# shellcheck shell=bash

# node_install FOLDER: installs what its lock file names, once for each lock file, in the cache, and links it into place.
node_install() {
    local here=$1 key folder
    key=$(cat "$here/package-lock.json" "$here/package.json" | sha256sum | cut -c1-16)-node$(version_of node | cut -d. -f1)
    folder=$HEARTH_CACHE/node/$key
    if [ ! -d "$folder/node_modules" ]; then
        say "Installing what ${here#"$ROOT/"} needs, once for this lock file"
        mkdir -p "$HEARTH_CACHE/node"
        rm -rf "$folder.new"
        mkdir "$folder.new"
        cp "$here/package.json" "$here/package-lock.json" "$folder.new/"
        [ ! -f "$here/.npmrc" ] || cp "$here/.npmrc" "$folder.new/"
        # No install scripts: none is needed, and some would fetch a browser.
        (cd "$folder.new" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
        rm -rf "$folder"
        mv "$folder.new" "$folder"
    fi
    # The link replaces a folder that somebody's own `npm ci` left here.
    [ -L "$here/node_modules" ] || rm -rf "$here/node_modules"
    ln -sfn "$folder/node_modules" "$here/node_modules"
}

clients_install() { node_install "$ROOT/tests/clients"; }

# clients_talk [NAME=VALUE…]: each conversation, open and encrypted, with these set for the server.
clients_talk() { clients_run chat "$@" && clients_run encrypted "$@"; }

# clients_run SCRIPT [NAME=VALUE…]
clients_run() (
    cd "$ROOT/tests/clients" || exit
    script=$1
    shift
    env -u HEARTH_DATABASE_URL HEARTH_BIN="$CARGO_TARGET_DIR/debug/hearth" "$@" node "$script.mjs"
)
