# Runs the launcher and the benchmarks. Sourced by ./parlor.

JVM_COMMON=(
    -XX:+UseCompactObjectHeaders
    --enable-native-access=ALL-UNNAMED
    --sun-misc-unsafe-memory-access=allow
    "-Dparlor.home=$HOME_DIR"
    "-Dparlor.data=$ROOT/data"
    "-Dparlor.aot=$AOT"
    -Dorg.springframework.boot.logging.LoggingSystem=none
    -Dlogback.configurationFile=parlor-local.xml
)

# Broker and six services in one JVM. A collection of its young objects takes 10 ms however many there are, so there is
# room for many; and the old ones have room from the beginning, for growing costs a collection of them all.
JVM_ONE=(
    -XX:+UseParallelGC -XX:-UseAdaptiveSizePolicy
    -Xms448m -Xmx640m -Xmn192m
    -XX:MetaspaceSize=192m
    -XX:ReservedCodeCacheSize=256m -XX:SweeperThreshold=60
    -XX:+ExitOnOutOfMemoryError
    -Dio.netty.allocator.type=pooled
    "${JVM_COMMON[@]}"
)

# A launcher that only starts other processes.
JVM_SMALL=(-XX:+UseSerialGC -Xmx64m -XX:TieredStopAtLevel=1 "${JVM_COMMON[@]}")

# Mapped where it was made for: moved elsewhere, each JVM would have to patch, and so to copy, all of it.
cache_options() {
    if [ -f "$AOT" ]; then
        printf '%s\n' "-XX:AOTCache=$AOT" -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 -Xlog:disable -Xlog:all=error:stderr
    fi
}

# check_options OPTION...: refuses a wrong one before anything is built; the launcher looks at the values.
check_options() {
    while [ $# -gt 0 ]; do
        case "$1" in
            --port | --data) [ $# -ge 2 ] || refuse "$EXIT_USAGE" "$1: a value is missing
$(usage)"
                shift 2 ;;
            --processes | --demo | --help | -h) shift ;;
            --) return ;;
            *) refuse "$EXIT_USAGE" "unknown option: $1
$(usage)" ;;
        esac
    done
}

# launch WORD...: becomes the launcher, with the options in JVM.
launch() {
    local cache=() line
    while IFS= read -r line; do cache+=("$line"); done < <(cache_options)
    exec "$JAVA" "${JVM[@]}" ${cache[@]+"${cache[@]}"} -cp "$(class_path)" chat.parlor.local.Launcher "$@"
}

start() {
    check_options "$@"
    ensure_built
    case " $* " in
        *" --processes "*) JVM=("${JVM_SMALL[@]}") ;;
        *) JVM=("${JVM_ONE[@]}") ;;
    esac
    launch start "$@"
}

stop() {
    check_options "$@"
    require_jdk
    [ -d "$LIB" ] || ensure_built
    JVM=("${JVM_SMALL[@]}")
    launch stop "$@"
}

BENCH_USAGE="usage: ./parlor bench latency [--url URL --email E --password P --data DIR --count N --pause MS]
       ./parlor bench kill [--clients N --rounds N --seconds N --seed N]
       ./parlor bench rate [--rates 100,500,1000,2000 --seconds 15] COMPARED
       ./parlor bench knee [--from 500 --seconds 15] COMPARED
       ./parlor bench fanout [--sockets 100,1000 --seconds 15] COMPARED
       ./parlor bench idle [--sockets 1000,2000,5000] COMPARED
       ./parlor bench storm [--sockets 5000] COMPARED
       ./parlor bench jitter [--sockets 1000] COMPARED
       ./parlor bench slow [--sockets 200 --seconds 15] COMPARED
       ./parlor bench restart [--rate 500 --seconds 40] COMPARED
       ./parlor bench history [--messages 10000000] COMPARED
       ./parlor bench inbox [--rooms 1000000] COMPARED
COMPARED: [--rounds 3] [--peers socketio,ejabberd,echo|none] [--parlor one-jvm|processes] [--output target/bench]"

rebuild() {
    case "${1:-}" in
        inbox | folds) check_options "${@:2}" ;;
        *) refuse "$EXIT_USAGE" "usage: ./parlor rebuild inbox|folds [--data DIR]" ;;
    esac
    require_jdk
    [ -d "$LIB" ] || ensure_built
    JVM=("${JVM_SMALL[@]}")
    launch rebuild "$@"
}

# The driver; the launcher's jars are there for the database of the peers.
bench() {
    case "${1:-}" in
        latency | kill | rate | knee | fanout | idle | storm | jitter | slow | restart | history | inbox) ;;
        *) refuse "$EXIT_USAGE" "$BENCH_USAGE" ;;
    esac
    ensure_built
    exec "$JAVA" -Xmx512m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED \
        --sun-misc-unsafe-memory-access=allow -Djava.net.preferIPv4Stack=true "-Dparlor.root=$ROOT" "-Dparlor.home=$HOME_DIR" \
        -cp "$(LC_ALL=C && printf '%s:' "$BENCH_LIB"/*.jar "$LIB"/*.jar)" chat.parlor.bench.Bench "$@"
}
