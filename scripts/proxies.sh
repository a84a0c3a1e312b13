#!/usr/bin/env bash
# docs/examples, tried: nginx and Caddy with these very files (names, ports and certificates replaced) in front of a
# server, the service by systemd's own check, Prometheus' files by its own, and the configuration by Hearth's. What is not
# installed is unpacked from Debian's package into the cache (systemd's check is installed: it does not run elsewhere);
# nothing is started as a service.
. "$(dirname "$0")/lib/house.sh"
. "$ROOT/scripts/lib/machine.sh"

BIN=${HEARTH_BIN:-$CARGO_TARGET_DIR/debug/hearth}
PLACE=$(mktemp -d)
PIDS=()
FAILED=0

clean_up() {
    local pid
    for pid in "${PIDS[@]}"; do kill "$pid" 2>/dev/null || true; done
    wait 2>/dev/null || true
    rm -rf "$PLACE"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# find_program NAME PATH [PACKAGE]: its path; Debian's package (of this name) is unpacked if the machine has none.
find_program() {
    local name=$1 path=$2 package=${3:-$1} folder=$TOOLS/$1
    ! has "$name" || { command -v "$name"; return; }
    [ ! -x "/usr/sbin/$name" ] || { echo "/usr/sbin/$name"; return; }
    if [ ! -x "$folder$path" ]; then
        has apt-get && has dpkg || return 1
        (cd "$PLACE" && apt-get download -qq "$package") >/dev/null 2>&1 || return 1
        mkdir -p "$folder"
        dpkg -x "$PLACE/$package"_*.deb "$folder"
    fi
    echo "$folder$path"
}

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# check WHAT PATTERN COMMAND…: the command must print PATTERN.
check() {
    local what=$1 pattern=$2 output
    shift 2
    output=$("$@" 2>&1) || true
    if grep -qE -- "$pattern" <<<"$output"; then return; fi
    FAILED=1
    warn "FAILED: $what: expected /$pattern/, got: $output"
}

# From an address of its own on this machine: all of 127.0.0.0/8 leads here.
from() {
    local address=$1
    shift
    curl -sS --max-time 20 -w " %{http_code}" --interface "$address" --cacert "$PLACE/cert.pem" --resolve "chat.example.org:$PORT:127.0.0.1" "$@"
}

sign_in() { from "$1" "${@:2}" -d '{"type":"m.login.password","identifier":{"type":"m.id.user","user":"ada"},"password":"wrong"}' \
    "$BASE/_matrix/client/v3/login"; }

until_it_answers() {
    local _
    for _ in {1..100}; do
        from 127.0.0.1 -f -o /dev/null "$BASE/_matrix/client/versions" >/dev/null 2>&1 && return 0
        sleep 0.1
    done
    warn "$1 does not answer: $(cat "$PLACE/$1.log")"
    return 1
}

start_hearth() {
    # It listens where the examples say that it does, on a port of this run.
    HEARTH_DATA_DIR=$PLACE/$1-data HEARTH_LISTEN=127.0.0.1:$INNER HEARTH_SERVER_NAME=example.org \
        HEARTH_TRUSTED_PROXIES=127.0.0.1 HEARTH_METRICS_LISTEN=127.0.0.1:$METRICS HEARTH_PUBLIC_BASE_URL=https://chat.example.org HEARTH_LOG=error \
        HEARTH_RATE_SIGNING_IN_PER_SECOND=0.001 HEARTH_RATE_SIGNING_IN_BURST=3 HEARTH_ARGON2_MEMORY_KIB=64 \
        "$BIN" serve >"$PLACE/hearth.log" 2>&1 &
    PIDS+=($!)
}

try_proxy() {
    local name=$1 body answer
    check "$name: it leads to Hearth" '"versions"' from 127.0.0.1 "$BASE/_matrix/client/versions"
    check "$name: clients are sent here" 'https://chat\.example\.org' from 127.0.0.1 "$BASE/.well-known/matrix/client"
    check "$name: the metrics do not come out" 'M_UNRECOGNIZED' from 127.0.0.1 "$BASE/metrics"
    check "$name: what is escaped stays escaped" '"errcode":"M_(NOT_FOUND|INVALID_PARAM|FORBIDDEN)"' \
        from 127.0.0.1 "$BASE/_matrix/client/v3/profile/%40a%2Fb%3Aexample.org"
    body=$PLACE/large.json
    head -c 3000000 /dev/zero | tr '\0' 'x' >"$body"
    check "$name: large bodies reach Hearth's own limit" 'M_TOO_LARGE' from 127.0.0.1 --data-binary "@$body" "$BASE/_matrix/client/v3/login"
    for _ in 1 2 3; do
        check "$name: three tries" 'M_FORBIDDEN' sign_in 127.0.0.2
    done
    check "$name: a limit by address" 'M_LIMIT_EXCEEDED.*retry_after_ms' sign_in 127.0.0.2
    check "$name: who claims another address stays the same" 'M_LIMIT_EXCEEDED' sign_in 127.0.0.2 -H 'X-Forwarded-For: 203.0.113.9'
    check "$name: nobody else is turned away" 'M_FORBIDDEN' sign_in 127.0.0.3
}

with_nginx() {
    local program
    program=$(find_program nginx /usr/sbin/nginx) || { missing nginx; return; }
    sed -e "s/127\.0\.0\.1:8008/127.0.0.1:$INNER/" -e "s/listen 443/listen 127.0.0.1:$PORT/" -e '/listen \[::\]/d' \
        -e "s#/etc/letsencrypt/live/chat.example.org/fullchain.pem#$PLACE/cert.pem#" \
        -e "s#/etc/letsencrypt/live/chat.example.org/privkey.pem#$PLACE/key.pem#" docs/examples/nginx.conf >"$PLACE/site.conf"
    mkdir -p "$PLACE/nginx"
    cat >"$PLACE/nginx.conf" <<CONF
daemon off; pid $PLACE/nginx.pid; error_log stderr; worker_processes 1;
events {}
http {
    access_log off;
    client_body_temp_path $PLACE/nginx/body; proxy_temp_path $PLACE/nginx/proxy; fastcgi_temp_path $PLACE/nginx/fastcgi;
    uwsgi_temp_path $PLACE/nginx/uwsgi; scgi_temp_path $PLACE/nginx/scgi;
    include $PLACE/site.conf;
}
CONF
    # Its workers are to run as whoever runs this.
    [ "$(id -u)" != 0 ] || sed -i '1i user root;' "$PLACE/nginx.conf"
    "$program" -p "$PLACE" -c "$PLACE/nginx.conf" -e stderr >"$PLACE/nginx.log" 2>&1 &
    PIDS+=($!)
    until_it_answers nginx && try_proxy nginx
}

with_caddy() {
    local program
    program=$(find_program caddy /usr/bin/caddy) || { missing caddy; return; }
    {
        printf '{\n\tadmin off\n\tauto_https disable_redirects\n\thttps_port %s\n}\n' "$PORT"
        sed -e "s/127\.0\.0\.1:8008/127.0.0.1:$INNER/" -e "s#^chat.example.org {#&\n\ttls $PLACE/cert.pem $PLACE/key.pem\n\tbind 127.0.0.1#" \
            docs/examples/Caddyfile
    } >"$PLACE/Caddyfile"
    HOME=$PLACE XDG_DATA_HOME=$PLACE XDG_CONFIG_HOME=$PLACE "$program" run --adapter caddyfile --config "$PLACE/Caddyfile" >"$PLACE/caddy.log" 2>&1 &
    PIDS+=($!)
    until_it_answers caddy && try_proxy caddy
}

# The files that go beside a server.
with_files() {
    local program alerts=$PLACE/alerts.yml metrics metric
    # What is checked lies elsewhere here than on a server.
    sed "s#/usr/local/bin/hearth#$BIN#" docs/examples/hearth.service >"$PLACE/hearth.service"
    if has systemd-analyze || (packages systemd); then
        check 'the service' '^$' systemd-analyze verify "$PLACE/hearth.service"
    else
        missing systemd-analyze
    fi
    sed "s#/var/lib/hearth#$PLACE/files-data#" docs/examples/hearth.toml >"$PLACE/hearth.toml"
    mkdir "$PLACE/files-data"
    check 'the configuration' 'The configuration is valid' "$BIN" --config "$PLACE/hearth.toml" config check
    cp docs/examples/hearth-alerts.yml "$alerts"
    sed "s#/etc/prometheus/hearth-alerts.yml#$alerts#" docs/examples/prometheus.yml >"$PLACE/prometheus.yml"
    program=$(find_program promtool /usr/bin/promtool prometheus) || { missing promtool; return; }
    check 'what Prometheus reads' 'SUCCESS: [0-9]+ rules found' "$program" check config "$PLACE/prometheus.yml"
    # An alert on what nobody counts never rings.
    metrics=$(curl -sS --max-time 20 "http://127.0.0.1:$METRICS/metrics")
    for metric in $(grep -oE 'hearth_[a-z_]+' "$alerts" | grep -v '^hearth_alerts$' | sed -E 's/_(bucket|total)$//' | sort -u); do
        grep -q "^# TYPE $metric " <<<"$metrics" && continue
        FAILED=1
        warn "FAILED: the alerts look at $metric, which the server does not count"
    done
}

missing() {
    say "$1: not checked (it is not installed, and Debian's package cannot be had here)"
    [ "${CI:-}" != true ] || FAILED=1
}

for tool in curl openssl python3; do has "$tool" || die "These checks need $tool."; done
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$PLACE/key.pem" -out "$PLACE/cert.pem" \
    -days 2 -subj /CN=chat.example.org -addext subjectAltName=DNS:chat.example.org 2>/dev/null

for proxy in nginx caddy; do
    INNER=$(free_port)
    PORT=$(free_port)
    METRICS=$(free_port)
    BASE=https://chat.example.org:$PORT
    start_hearth "$proxy"
    "with_$proxy" || FAILED=1
done
# Beside the server that was started last.
with_files
[ $FAILED = 0 ] && say "the examples' checks passed"
