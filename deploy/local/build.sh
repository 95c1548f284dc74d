# Builds what is not built. Sourced by ./parlor.

WEB="$ROOT/gateway-service/web"
HOME_DIR="$ROOT/deploy/local/target"
LIB="$HOME_DIR/lib"
BENCH_LIB="$ROOT/deploy/bench/target/lib"
DRILL_LIB="$ROOT/deploy/drills/target/lib"
AOT="$HOME_DIR/parlor.aot"
BUILD_LOG="$TARGET/build.log"

# checksum PATH...: one number for the content of all files below, without what is built or installed there.
checksum() {
    find "$@" \( -name node_modules -o -name dist -o -name target -o -name test-results -o -name data \) -prune \
        -o -type f ! -name '*.tsbuildinfo' -print0 2>/dev/null | LC_ALL=C sort -z | xargs -0 cksum | cksum | tr -s ' ' '-'
}

web_checksum() { [ ! -f "$WEB/package.json" ] || (cd "$WEB" && checksum .); }

java_checksum() {
    (
        cd "$ROOT"
        local paths=(pom.xml .mvn) module
        for module in chassis *-service deploy/local deploy/bench deploy/guarantees deploy/drills; do
            paths+=("$module/pom.xml")
            [ ! -d "$module/src/main" ] || paths+=("$module/src/main")
        done
        echo "$(checksum "${paths[@]}")-$(cat "$TARGET/web.sum" 2>/dev/null)"
    )
}

# is_current NAME CHECKSUM: whether NAME was last built from sources with that checksum.
is_current() { [ "$(cat "$TARGET/$1.sum" 2>/dev/null)" = "$2" ]; }

mark_current() { echo "$2" >"$TARGET/$1.sum"; }

# building WHAT: says so, and begins the log with the first thing that is built.
building() {
    echo "$1"
    mkdir -p "$TARGET"
    [ -n "${LOG_BEGUN:-}" ] || : >"$BUILD_LOG"
    LOG_BEGUN=yes
}

build_failed() {
    grep -E '^\[ERROR\] [^ ]|error TS|^Error|npm error' "$BUILD_LOG" | head -n 5 >&2 || true
    refuse "$EXIT_FAILED" "$1; the whole output is in $BUILD_LOG"
}

install_web() {
    local wanted
    wanted="$(cd "$WEB" && checksum package.json package-lock.json)"
    if [ ! -d "$WEB/node_modules" ] || ! is_current node_modules "$wanted"; then
        (cd "$WEB" && npm ci --no-audit --no-fund) >>"$BUILD_LOG" 2>&1 || build_failed "npm could not install what the web apps need"
        mark_current node_modules "$wanted"
    fi
}

build_web() {
    local sum
    sum="$(web_checksum)"
    [ -n "$sum" ] || return 0
    if [ ! -d "$WEB/dist" ] || ! is_current web "$sum"; then
        require_node
        building "Building the web apps (about a minute the first time) ..."
        install_web
        (cd "$WEB" && npm run build) >>"$BUILD_LOG" 2>&1 || build_failed "the web apps could not be built"
        mark_current web "$sum"
    fi
}

# show_modules: from Maven's output, only what it is at.
show_modules() {
    local line name
    while IFS= read -r line; do
        case "$line" in
            *"] Building Parlor :: "*)
                name="${line#*Parlor :: }"
                echo "  ${name%% 0.*}"
                ;;
        esac
    done
}

package_java() {
    rm -f "$LIB"/*.jar "$BENCH_LIB"/*.jar "$DRILL_LIB"/*.jar
    (cd "$ROOT" && mvn -B -ntp -pl deploy/local,deploy/bench,deploy/drills -am package \
        -Dmaven.test.skip=true -Dspotless.check.skip -Dcheckstyle.skip 2>&1) | tee -a "$BUILD_LOG" | show_modules
}

build_java() {
    local sum
    sum="$(java_checksum)"
    if [ ! -d "$LIB" ] || ! is_current java "$sum"; then
        require_maven
        building "Building the services (some minutes the first time) ..."
        package_java || build_failed "the services could not be built"
        mark_current java "$sum"
        rm -f "$TARGET/aot.sum"
    fi
}

# Only jars, always in the same order: the start-up cache belongs to this very class path.
class_path() { (LC_ALL=C && printf '%s:' "$LIB"/*.jar); }

# A cache of loaded and linked classes, made by starting everything once. Without it all works, only slower.
build_cache() {
    local sum
    sum="$(cat "$TARGET/java.sum")-$("$JAVA" --version | cksum | tr -s ' ' '-')"
    if ! is_current aot "$sum"; then
        building "Preparing fast starts (once after each build, about a minute) ..."
        local scratch
        scratch="$(mktemp -d "${TMPDIR:-/tmp}/parlor-train.XXXXXX")"
        rm -f "$AOT"
        local code=0
        "$JAVA" "${JVM_ONE[@]}" -XX:AOTCacheOutput="$AOT" -cp "$(class_path)" \
            chat.parlor.local.Launcher train --data "$scratch" >>"$BUILD_LOG" 2>&1 || code=$?
        rm -rf "$scratch"
        if [ "$code" -ne 0 ]; then
            rm -f "$AOT"
            echo "  not possible here, so starts take a little longer (see $BUILD_LOG)"
        fi
        # One that was killed says nothing about this machine: the next build tries again.
        [ "$code" -gt 128 ] || mark_current aot "$sum"
    fi
}

ensure_built() {
    require_jdk
    # a drill starts again, many times, what was built when it began
    [ -z "${PARLOR_AS_BUILT:-}" ] || return 0
    build_web
    build_java
    build_cache
}
