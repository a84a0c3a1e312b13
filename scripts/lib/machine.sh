# Checks what the machine must bring (Rust, Node) and adds Debian packages that are absent. Sourced, never run.
# shellcheck shell=bash

RUST_NEEDED=1.95
NODE_NEEDED=20.19
# Who lacks these gets the newest that were tried; what is already there is used as it is.
NEXTEST_VERSION=0.9.151
DENY_VERSION=0.20.2

RUST_SOURCE="the Rust project's own installer, rustup, brings a current one (Debian's package is too old)"
NODE_SOURCE="the Node project's own builds, or a version manager such as nvm, bring a current one (Debian's package is too old)"

# at_least FOUND NEEDED: is version FOUND the same as NEEDED or newer?
at_least() {
    [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]
}

# version_of COMMAND: the first x.y.z that `COMMAND --version` prints, or nothing.
version_of() {
    { "$1" --version 2>/dev/null || true; } | grep -oE '[0-9]+\.[0-9]+(\.[0-9]+)?' | head -n 1 || true
}

# need COMMAND NEEDED NAME SOURCE: ends with a sentence if COMMAND is absent or older than NEEDED.
need() {
    local found
    has "$1" || die "Hearth needs $3 $2 or newer, and there is no \`$1\` on this machine: $4."
    found=$(version_of "$1")
    [ -n "$found" ] || die "Hearth needs $3 $2 or newer, and \`$1 --version\` does not answer: $4."
    at_least "$found" "$2" || die "Hearth needs $3 $2 or newer, and \`$1\` here is $found: $4."
}

need_rust() {
    need rustc "$RUST_NEEDED" Rust "$RUST_SOURCE"
    need cargo "$RUST_NEEDED" "Rust's cargo" "$RUST_SOURCE"
}

need_node() {
    need node "$NODE_NEEDED" Node "$NODE_SOURCE"
}

need_npm() {
    has npm || die "Hearth needs npm, which comes with Node: $NODE_SOURCE."
}

# need_component COMMAND COMPONENT: formatting and lints are optional parts of a Rust installation.
need_component() {
    "$1" --version >/dev/null 2>&1 ||
        die "The tests need Rust's $2, which this installation lacks: with rustup, \`rustup component add $2\`."
}

# packages PACKAGE…: installs Debian packages, or says which to install.
packages() {
    local as_root=()
    has apt-get || die "These are missing, under the names that Debian gives them: $*. Please install them and try again."
    if [ "$(id -u)" != 0 ]; then
        has sudo || die "These Debian packages are missing: $*. As root: apt-get install $*"
        as_root=(sudo)
        # Without a terminal nobody can answer sudo's question.
        [ -t 0 ] || as_root+=(-n)
    fi
    say "Installing Debian packages: $*"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq ||
        warn "apt-get update failed; trying with the package lists that are there."
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null ||
        die "Could not install $*. As root: apt-get install $*"
}

# compiles_c: is there a C compiler with the C library's headers? (SQLite is compiled from its source.)
compiles_c() {
    has cc && printf '#include <stdlib.h>\nint main(void){return 0;}\n' | cc -x c -o /dev/null - 2>/dev/null
}

# need_build_packages: what building takes besides Rust.
need_build_packages() {
    local missing=()
    compiles_c || missing+=(gcc libc6-dev)
    has make || missing+=(make)
    [ -e /etc/ssl/certs/ca-certificates.crt ] || [ -n "${SSL_CERT_FILE:-}${CARGO_HTTP_CAINFO:-}" ] ||
        missing+=(ca-certificates)
    [ ${#missing[@]} = 0 ] || packages "${missing[@]}"
}

# need_tool NAME VERSION [FLAG…]: a cargo tool, built into the cache if the machine has none.
need_tool() {
    local name=$1 version=$2
    shift 2
    ! has "$name" || return 0
    say "Building $name $version, once (a few minutes)"
    # Built for a short build rather than a fast tool, in a folder of its own that is dropped afterwards.
    CARGO_TARGET_DIR=$TOOLS/build CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=false \
        CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
        cargo install --quiet --locked --root "$TOOLS" --version "$version" "$@" "$name"
    rm -rf "$TOOLS/build"
}

need_nextest() { need_tool cargo-nextest "$NEXTEST_VERSION" --no-default-features --features default-no-update; }
need_deny() { need_tool cargo-deny "$DENY_VERSION"; }

# build_server [--release]: the server as the Rust tests build it; alone it would have other features, and nearly all of it
# would be compiled again.
build_server() { cargo test --workspace --locked --no-run --test black_box "$@"; }
