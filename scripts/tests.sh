#!/usr/bin/env bash
# The scripts' own tests: what they refuse and how they count, with stand-ins for the programs that they call.
. "$(dirname "$0")/lib/house.sh"

# What was asked of the run around this one is not asked here.
unset ONLY CI MODULE TESTS

SANDBOX=$(mktemp -d)
trap 'rm -rf "$SANDBOX"' EXIT
FAILED=0

# stand_in NAME TEXT: a command NAME, found before all others, that prints TEXT.
stand_in() {
    mkdir -p "$SANDBOX/bin"
    printf '#!/bin/sh\necho "%s"\n' "$2" >"$SANDBOX/bin/$1"
    chmod +x "$SANDBOX/bin/$1"
}

# check WHAT CODE PATTERN COMMAND…: the command must end with CODE and print PATTERN.
check() {
    local what=$1 code=$2 pattern=$3 output got=0
    shift 3
    output=$(PATH=$SANDBOX/bin:$PATH "$@" 2>&1 </dev/null) || got=$?
    if [ "$got" = "$code" ] && grep -qE -- "$pattern" <<<"$output"; then return; fi
    FAILED=1
    warn "FAILED: $what: expected $code and /$pattern/, got $got and: $output"
}

# with LIBRARIES SCRIPT: runs SCRIPT in a bash that has these sourced.
with() { bash -c 'for l in house '"$1"'; do . "'"$ROOT"'/scripts/lib/$l.sh"; done; '"$2"; }

stand_in node v20.19.0
for tool in rustc cargo; do stand_in "$tool" "$tool 1.95.0 (0123abcd 2026-01-01)"; done
check 'the oldest Rust and Node that do' 0 '^fine$' with machine 'need_rust; need_node; say fine'
stand_in node v18.20.4
check 'a Node that is too old' 1 'needs Node 20\.19 or newer.*is 18\.20\.4' with machine need_node
stand_in node v9.11.0
check 'versions are compared as numbers' 1 'is 9\.11\.0' with machine need_node
check 'the same in make run' 1 'needs Node 20\.19' scripts/run.sh
check 'the same in make test' 1 'needs Node 20\.19' scripts/test.sh
stand_in rustc 'rustc 1.94.1 (0123abcd 2026-01-01)'
check 'a Rust that is too old' 1 'needs Rust 1\.95 or newer.*is 1\.94\.1.*rustup' scripts/run.sh
stand_in rustc ''
check 'a Rust that does not answer' 1 'does not answer' scripts/run.sh
check 'no Node at all' 1 'there is no .node.' with machine 'PATH=/nowhere; need_node'

# make run with a server that says how it was started, and a cargo that has built it already.
stand_in rustc 'rustc 1.95.0 (0123abcd 2026-01-01)'
stand_in node v20.19.0
mkdir -p "$SANDBOX/target/release" "$SANDBOX/data"
cat >"$SANDBOX/target/release/hearth" <<'HEARTH'
#!/bin/sh
echo "started: name=${HEARTH_SERVER_NAME-none} database=${HEARTH_DATABASE_URL-none}"
HEARTH
chmod +x "$SANDBOX/target/release/hearth"
# run WHAT PATTERN NAME=VALUE…: make run without a terminal must print PATTERN.
run() {
    local what=$1 pattern=$2
    shift 2
    check "$what" 0 "$pattern" env -u HEARTH_SERVER_NAME -u HEARTH_CONFIG -u HEARTH_DATABASE_URL -u DATABASE_URL \
        CARGO_TARGET_DIR="$SANDBOX/target" HEARTH_DATA_DIR="$SANDBOX/data" HEARTH_WEB_DIST= "$@"
}
run 'a new server without a name' 'started: name=localhost database=none' scripts/run.sh
run 'a name that is given' 'started: name=example\.org database=none' HEARTH_SERVER_NAME=example.org scripts/run.sh
run 'PostgreSQL, which knows its name' 'started: name=none database=postgres://x' DATABASE_URL=postgres://x scripts/run.sh
run 'a name in a file' 'started: name=none database=none' HEARTH_CONFIG=x.toml scripts/run.sh
run 'a name is asked for on a terminal' 'started: name=example\.net' sh -c "echo example.net | script -qec scripts/run.sh /dev/null"
run 'an empty answer' 'started: name=localhost' sh -c "echo | script -qec scripts/run.sh /dev/null"
touch "$SANDBOX/data/hearth.db"
run 'a database that knows its name' 'started: name=none database=none' scripts/run.sh
stand_in cc 'no headers'
printf 'exit 1\n' >>"$SANDBOX/bin/cc"
stand_in apt-get 'apt'
stand_in sudo 'asked sudo'
run 'packages that are absent' 'Installing Debian packages: gcc libc6-dev' scripts/run.sh
printf '#!/bin/sh\nexit 1\n' | tee "$SANDBOX/bin/apt-get" >"$SANDBOX/bin/sudo"
check 'packages that cannot be had' 1 'Could not install gcc libc6-dev\. As root: apt-get install' scripts/run.sh
rm "$SANDBOX/bin/cc" "$SANDBOX/bin/apt-get" "$SANDBOX/bin/sudo"

check 'groups go on after a failure' 1 '1 of 2 groups failed' with groups \
    'group bad 5 false; group good 5 true; groups_end'
check 'a step that fails ends its group' 1 'steps +FAILED' with groups \
    'steps() { false; true; }; group steps 5 steps; groups_end'
check 'what failed is told at the end' 1 '^bad: FAIL one$' with groups \
    'bad() { say "   FAIL one"; false; }; group bad 5 bad; groups_end'
check 'a slow group is marked' 0 'slow +passed +0\.[1-9] s of +0 s  over budget' with groups \
    'group slow 0 sleep 0.15; groups_end'
check 'only the groups that were asked for' 0 'all 1 groups' env ONLY=one bash -c \
    ". '$ROOT/scripts/lib/house.sh'; . '$ROOT/scripts/lib/groups.sh'; group one 5 true; group two 5 false; groups_end"
check 'an interrupt ends the run' 130 'budget' with groups 'group cut 5 exit 130; group next 5 true'

check 'make fast without a module' 1 'Say which module' env MODULE= scripts/fast.sh
check 'make fast with an unknown module' 1 'no module "nonsense".' scripts/fast.sh nonsense

printf '{"metadata":{"vulnerabilities":{"total":1,"high":1,"critical":0}},"vulnerabilities":{"x":{"name":"x","severity":"high"}}}' \
    >"$SANDBOX/audit.json"
rm "$SANDBOX/bin/node"
check 'a high weakness' 1 'x: high' sh -c "node scripts/lib/audit.mjs <'$SANDBOX/audit.json'"
check 'a registry without a report' 0 'not checked' sh -c 'echo "{}" | node scripts/lib/audit.mjs'

[ $FAILED = 0 ] && say "the scripts' tests passed"
