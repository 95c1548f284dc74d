# Runs the launcher and the benchmarks. Sourced by ./parlor.

JVM_COMMON=(
    -XX:+UseSerialGC
    -XX:+UseCompactObjectHeaders
    --enable-native-access=ALL-UNNAMED
    --sun-misc-unsafe-memory-access=allow
    "-Dparlor.home=$HOME_DIR"
    "-Dparlor.data=$ROOT/data"
    "-Dparlor.aot=$AOT"
    -Dorg.springframework.boot.logging.LoggingSystem=none
    -Dlogback.configurationFile=parlor-local.xml
)

# Broker and six services in one JVM.
JVM_ONE=(
    -Xms96m -Xmx640m
    -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40
    -XX:ReservedCodeCacheSize=160m
    -XX:+ExitOnOutOfMemoryError
    -Dio.netty.allocator.type=pooled
    "${JVM_COMMON[@]}"
)

# A launcher that only starts other processes.
JVM_SMALL=(-Xmx64m -XX:TieredStopAtLevel=1 "${JVM_COMMON[@]}")

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

bench() {
    case "${1:-}" in
        latency | kill) ;;
        *) refuse "$EXIT_USAGE" "usage: ./parlor bench latency [--url URL --email E --password P --count N --pause MS]
       ./parlor bench kill [--rounds N]" ;;
    esac
    ensure_built
    exec "$JAVA" -Xmx256m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders "-Dparlor.root=$ROOT" \
        -cp "$(LC_ALL=C && printf '%s:' "$BENCH_LIB"/*.jar)" chat.parlor.bench.Bench "$@"
}
