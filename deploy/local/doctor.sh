# Says what is missing or left over on this machine, and how to mend it. Sourced by ./parlor.

PROBLEMS=0
DISK_WANTED_MB=3000
MEMORY_WANTED_MB=2000

good() { printf '  ok    %-12s %s\n' "$1" "$2"; }

# bad WHAT FINDING MEND
bad() {
    printf '  MEND  %-12s %s\n        %-12s %s\n' "$1" "$2" "" "-> $3"
    PROBLEMS=$((PROBLEMS + 1))
}

check_java() {
    local home
    home="$(find_jdk)"
    if [ -n "$home" ]; then
        good "JDK $WANTED_JAVA" "$home"
    else
        bad "JDK $WANTED_JAVA" "not found" "apt install openjdk-25-jdk, or https://adoptium.net, or set JAVA_HOME"
    fi
}

check_tools() {
    if has mvn; then
        good Maven "$(mvn -version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p' | head -n 1)"
    else
        bad Maven "not found" "apt install maven, or brew install maven"
    fi
    local node
    node="$(node_version)"
    if [ -n "$node" ] && [ "$node" -ge "$WANTED_NODE" ] && has npm; then
        good Node "$(node --version), npm $(npm --version)"
    else
        bad Node "${node:-not found} (expected: $WANTED_NODE or later, with npm)" "apt install nodejs npm, or brew install node"
    fi
    local chromium
    chromium="$(find_chromium)"
    if [ -n "$chromium" ]; then
        good Chromium "$chromium"
    else
        bad Chromium "not found; only the browser tests of ./parlor test need it" "apt install chromium"
    fi
}

listens() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

check_port() {
    if ! listens 8080; then
        good "port 8080" "free"
    elif [ "$(remembered gateway)" = 8080 ] && [ -n "$(living)" ]; then
        good "port 8080" "Parlor itself"
    else
        bad "port 8080" "in use" "see who with: ss -ltnp 'sport = :8080' (or lsof -i :8080), or start with --port N"
    fi
}

remembered() { sed -n "s/^$1=//p" "$ROOT/data/run/ports" 2>/dev/null; }

check_space() {
    local free
    free="$(df -Pm "$ROOT" | awk 'NR == 2 { print $4 }')"
    if [ "$free" -ge "$DISK_WANTED_MB" ]; then
        good disk "$free MB free"
    else
        bad disk "$free MB free (expected: $DISK_WANTED_MB)" "make room on the disk that holds $ROOT"
    fi
    [ -r /proc/meminfo ] || return 0
    free="$(awk '/^MemAvailable/ { print int($2 / 1024) }' /proc/meminfo)"
    if [ "$free" -ge "$MEMORY_WANTED_MB" ]; then
        good memory "$free MB available"
    else
        bad memory "$free MB available (expected: $MEMORY_WANTED_MB)" "close what is not needed"
    fi
}

check_folder() {
    local data="$ROOT/data"
    if [ ! -e "$data" ]; then
        [ -w "$ROOT" ] && good "data folder" "not there yet" ||
            bad "data folder" "$ROOT cannot be written" "start with --data DIR"
    elif [ -w "$data" ]; then
        good "data folder" "$data, version $(cat "$data/version" 2>/dev/null || echo '?')"
    else
        bad "data folder" "$data cannot be written" "chown -R $(id -un) $data, or start with --data DIR"
    fi
}

is_alive() { kill -0 "$1" 2>/dev/null && ! grep -q '^State:\sZ' "/proc/$1/status" 2>/dev/null; }

# living: names and process ids of what runs on the data folder.
living() {
    local file pid
    for file in "$ROOT"/data/run/*.pid; do
        [ -f "$file" ] || continue
        pid="$(cat "$file")"
        ! is_alive "$pid" || echo "$(basename "$file" .pid):$pid"
    done
}

# Without a launcher in the foreground, what still lives was left behind.
check_leftovers() {
    local parts launcher
    parts="$(living | tr '\n' ' ')"
    launcher="$(pgrep -f 'chat\.parlor\.local\.Launcher start' 2>/dev/null | head -n 1 || true)"
    if [ -z "$parts" ]; then
        good leftovers "none"
    elif [ -n "$launcher" ]; then
        good running "$parts"
    else
        bad leftovers "${parts}without a launcher" "./parlor stop, or ./parlor start (which takes them over)"
    fi
}

doctor() {
    check_java
    check_tools
    check_port
    check_space
    check_folder
    check_leftovers
    if [ "$PROBLEMS" -eq 0 ]; then
        echo "All is well."
    else
        echo "$PROBLEMS to mend."
        return 1
    fi
}
