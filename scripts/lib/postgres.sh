# A private PostgreSQL for the tests: a cluster in a temporary folder, on loopback, gone afterwards. Sourced, never run.
# shellcheck shell=bash

PG_BIN=
PG_DIR=
PG_PID=
PG_PORT=
PG_PASSWORD=
PG_AS=()

# postgres_find: sets PG_BIN to the newest server here; false if there is none.
postgres_find() {
    local bin
    while read -r bin; do
        [ -x "$bin/postgres" ] && [ -x "$bin/initdb" ] && PG_BIN=$bin
    done < <(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V)
    [ -n "$PG_BIN" ]
}

# PostgreSQL refuses to run as root: pick who runs it instead.
postgres_choose_user() {
    local user=postgres
    [ "$(id -u)" = 0 ] || return 0
    id -u "$user" >/dev/null 2>&1 || user=nobody
    PG_AS=(setpriv "--reuid=$user" "--regid=$(id -g "$user")" --clear-groups)
}

# A folder that this user can reach; a TMPDIR inside somebody's home may not be one.
postgres_make_folder() {
    local parent
    for parent in "${TMPDIR:-/tmp}" /tmp /var/tmp; do
        PG_DIR=$(mktemp -d "$parent/hearth-postgres.XXXXXX" 2>/dev/null) || continue
        [ ${#PG_AS[@]} = 0 ] || chown "${PG_AS[1]#--reuid=}" "$PG_DIR"
        "${PG_AS[@]}" test -w "$PG_DIR" && return 0
        rm -rf "$PG_DIR"
    done
    PG_DIR=
    die "Found no temporary folder that PostgreSQL's user can write to."
}

# run as the cluster's user, from a folder that it may enter
postgres_do() (cd / && exec "${PG_AS[@]}" "$@")

# Sorted as people sort, not by bytes, so that what relies on the order of bytes has to say so.
postgres_init() {
    PG_PASSWORD=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    printf '%s\n' "$PG_PASSWORD" >"$PG_DIR/password"
    [ ${#PG_AS[@]} = 0 ] || chown "${PG_AS[1]#--reuid=}" "$PG_DIR/password"
    postgres_do "$PG_BIN/initdb" --pgdata="$PG_DIR/data" --username=postgres --pwfile="$PG_DIR/password" \
        --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=en >"$PG_DIR/initdb.log" 2>&1 || {
        cat "$PG_DIR/initdb.log" >&2
        die "PostgreSQL could not make its cluster."
    }
    rm -f "$PG_DIR/password"
}

postgres_sql() {
    PGPASSWORD=$PG_PASSWORD PGCONNECT_TIMEOUT=2 "$PG_BIN/psql" -qAtX -v ON_ERROR_STOP=1 -P pager=off \
        -h 127.0.0.1 -p "$PG_PORT" -U postgres -d postgres -c "$1" </dev/null
}

# Starts the server on PG_PORT; false if it ends before it answers (the port may be taken).
postgres_launch() {
    # --pdeathsig: even if this script is killed outright, its PostgreSQL goes with it.
    "${PG_AS[@]:-setpriv}" --pdeathsig INT "$PG_BIN/postgres" -D "$PG_DIR/data" \
        -c listen_addresses=127.0.0.1 -c port="$PG_PORT" -c unix_socket_directories='' \
        -c fsync=on -c max_connections=300 -c log_min_messages=fatal </dev/null >"$PG_DIR/log" 2>&1 &
    PG_PID=$!
    local _
    for _ in {1..150}; do
        kill -0 "$PG_PID" 2>/dev/null || return 1
        postgres_sql 'SELECT 1' >/dev/null 2>&1 && return 0
        sleep 0.2
    done
    return 1
}

# postgres_start: leaves a running cluster, and its address in HEARTH_TEST_POSTGRES.
# The caller must have set `trap postgres_stop EXIT` before.
postgres_start() {
    local attempt
    postgres_find || packages postgresql
    postgres_find || die "Debian's postgresql package brought no server under /usr/lib/postgresql."
    postgres_choose_user
    postgres_make_folder
    postgres_init
    for attempt in 1 2 3 4 5; do
        # Below the range that the kernel hands out by itself; taken ones are found out by trying.
        PG_PORT=$((20000 + RANDOM % 12000))
        if postgres_launch; then
            export HEARTH_TEST_POSTGRES=postgres://postgres:$PG_PASSWORD@127.0.0.1:$PG_PORT/postgres
            return 0
        fi
        postgres_end_process
        warn "PostgreSQL did not start on port $PG_PORT (attempt $attempt)."
    done
    cat "$PG_DIR/log" >&2
    die "PostgreSQL could not be started."
}

# postgres_fresh NAME: makes an empty database and prints its address.
postgres_fresh() {
    postgres_sql "CREATE DATABASE $1" >/dev/null
    say "${HEARTH_TEST_POSTGRES%/postgres}/$1"
}

postgres_end_process() {
    [ -n "$PG_PID" ] || return 0
    local _
    kill -INT "$PG_PID" 2>/dev/null || true
    for _ in {1..50}; do
        kill -0 "$PG_PID" 2>/dev/null || break
        sleep 0.2
    done
    kill -QUIT "$PG_PID" 2>/dev/null || true
    wait "$PG_PID" 2>/dev/null || true
    PG_PID=
}

# postgres_stop: stops the cluster and removes its folder; harmless when there is none.
postgres_stop() {
    postgres_end_process
    [ -z "$PG_DIR" ] || rm -rf "$PG_DIR"
    PG_DIR=
}
