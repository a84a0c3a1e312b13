# Runs tests/sdks: the SDKs with which other products send their events, against the server that was just built. Sourced, never run.
# shellcheck shell=bash

# need_python: Python with its own virtual environments, which Debian packs apart.
need_python() {
    has python3 && python3 -c 'import ensurepip, venv' 2>/dev/null || packages python3 python3-venv
}

# python_install LIST FOLDER: an environment with what the list names and nothing else.
python_install() {
    mkdir -p "$(dirname "$2")"
    rm -rf "$2" "$2.new"
    python3 -m venv "$2.new"
    "$2.new/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps -r "$1"
    mv "$2.new" "$2"
}

# Installs the SDKs once for each list of versions, in the cache. Sets SDKS_PYTHON.
sdks_install() {
    local here=$ROOT/tests/sdks key folder
    node_install "$here"
    key=$(sha256sum <"$here/requirements.txt" | cut -c1-16)-python$(version_of python3)
    folder=$HEARTH_CACHE/python/$key
    if [ ! -x "$folder/bin/python" ]; then
        say "Installing the SDKs for Python, once for this list"
        python_install "$here/requirements.txt" "$folder"
    fi
    SDKS_PYTHON=$folder/bin/python
}

# sdks_talk [NAME=VALUE…]: all of them, with these set for the server.
sdks_talk() (
    cd "$ROOT/tests/sdks" || exit
    env -u HEARTH_DATABASE_URL HEARTH_BIN="$CARGO_TARGET_DIR/debug/hearth" SDKS_PYTHON="$SDKS_PYTHON" "$@" node sdks.mjs
)
