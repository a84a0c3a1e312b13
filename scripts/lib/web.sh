# Builds and checks the web app in web/. Sourced, never run; needs clients.sh.
# shellcheck shell=bash

# The folder with the app that was built.
WEB_DIST=$ROOT/web/dist

web_install() { node_install "$ROOT/web"; }

# web_build: builds the app, unless nothing that it is made of has changed since.
web_build() {
    local made
    made=$(cd "$ROOT" && find web cultures -type f -not -path 'web/dist/*' -not -path 'web/node_modules/*' \
        -not -path 'web/e2e/*' -not -path 'web/screenshots/*' -print0 | sort -z | xargs -0 sha256sum | sha256sum)
    [ "$(cat "$WEB_DIST/.made-of" 2>/dev/null)" != "$made" ] || return 0
    say "Building the web app"
    (cd "$ROOT/web" && npx --no-install vite build --logLevel warn)
    printf '%s\n' "$made" >"$WEB_DIST/.made-of"
}

# web_check: types, lints, unit tests with the strings, the size of what was built.
web_check() (
    cd "$ROOT/web" || exit
    npx --no-install tsc || exit
    npx --no-install biome ci --reporter=summary . || exit
    npx --no-install vitest run --project unit --reporter=dot
)

# web_talk SERVER [NAME=VALUE…]: people in browsers against this server, with these set. STORIES names some of the files.
web_talk() (
    local server=$1 stories
    shift
    read -r -a stories <<<"${STORIES:-}"
    cd "$ROOT/web" || exit
    env -u HEARTH_DATABASE_URL HEARTH_BIN="$server" HEARTH_WEB_DIR="$WEB_DIST" "$@" \
        npx --no-install vitest run --project 'e2e*' "${stories[@]}"
)

# need_browser: Debian's Chromium, or another that HEARTH_CHROMIUM names.
need_browser() {
    HEARTH_CHROMIUM=${HEARTH_CHROMIUM:-$(command -v chromium || command -v chromium-browser || true)}
    [ -n "$HEARTH_CHROMIUM" ] || {
        packages chromium
        HEARTH_CHROMIUM=$(command -v chromium) || die "Debian's chromium package brought no chromium."
    }
    export HEARTH_CHROMIUM
}
