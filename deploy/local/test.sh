# Builds and checks everything, then says how many tests passed and failed. Sourced by ./parlor.

TEST_LOG="$TARGET/test.log"
FAILURES="$TARGET/test-failures.txt"
PASSED=0
FAILED=0

# count PASSED FAILED: adds to the sums.
count() {
    PASSED=$((PASSED + $1))
    FAILED=$((FAILED + $2))
}

# number_before WORD < TEXT: sums the numbers before a word, as in `12 passed`; colours are ignored.
number_before() {
    sed 's/\x1b\[[0-9;]*m//g' | { grep -oE "[0-9]+ $1" || true; } | awk '{ sum += $1 } END { print sum + 0 }'
}

# stage NAME COMMAND...: runs a step; a step that fails without a failed test counts as one failure.
stage() {
    local name="$1" log="$TARGET/test-$1.log" code=0
    shift
    echo "== $name"
    "$@" >"$log" 2>&1 || code=$?
    cat "$log" >>"$TEST_LOG"
    return "$code"
}

# show_failure NAME: the end of what a failed step said, and what is remembered of it for the end of all.
show_failure() {
    tail -n 40 "$TARGET/test-$1.log"
    echo "   $1 failed; the whole output is in $TARGET/test-$1.log"
    remember_failure "$1"
}

# remember_failure NAME: keeps the failed tests of a step with their reasons; they may be far above the end of its log,
# since one step runs several suites.
remember_failure() {
    sed 's/\x1b\[[0-9;]*m//g' "$TARGET/test-$1.log" |
        { grep -E -A 24 '^ *FAIL |^\[ERROR\] .*(FAILURE|ERROR)!|^ *[0-9]+\) \[' || true; } | head -n 80 >>"$FAILURES"
}

# show_failures: names what failed, last, where everybody looks.
show_failures() {
    [ -s "$FAILURES" ] || return 0
    echo "== what failed"
    cat "$FAILURES"
}

# count_runner NAME CODE: adds what Vitest or Playwright said in a step's log.
count_runner() {
    local log="$TARGET/test-$1.log" passed failed
    # both end with lines such as `Tests  3 failed | 12 passed (15)` or `3 failed` and `12 passed (4s)`
    local summary='^ *(Tests +[0-9]|[0-9]+ (passed|failed))'
    passed="$(sed 's/\x1b\[[0-9;]*m//g' "$log" | { grep -E "$summary" || true; } | number_before passed)"
    failed="$(sed 's/\x1b\[[0-9;]*m//g' "$log" | { grep -E "$summary" || true; } | number_before failed)"
    if [ "$2" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
    [ "$2" -eq 0 ] || show_failure "$1"
    count "$passed" "$failed"
    echo "   $1: $passed passed, $failed failed"
}

test_web() {
    local code=0
    stage web-check npm --prefix "$WEB" run check || code=$?
    count_runner web-check "$code"
    if stage web-build npm --prefix "$WEB" run build; then
        mark_current web "$(web_checksum)"
    else
        show_failure web-build
        count 0 1
    fi
}

# java_reports: the sums of all test reports, as `tests failures errors skipped`.
java_reports() {
    find "$ROOT" -path '*/node_modules' -prune -o \( -path '*-reports/TEST-*.xml' \) -print0 |
        xargs -0 -r awk '
            /<testsuite / {
                for (i = 1; i <= NF; i++) if (split($i, pair, "\"") > 1) value[pair[1]] = pair[2]
                tests += value["tests="]; failures += value["failures="]; errors += value["errors="]; skipped += value["skipped="]
            }
            END { print tests + 0, failures + 0, errors + 0, skipped + 0 }'
}

# show_tests: from Maven's output, modules, summaries of test classes and errors.
show_tests() {
    grep --line-buffered -E '\] Building Parlor|Tests run:.*in chat|^\[ERROR\]|BUILD' | sed -u 's/^\[INFO\] //' || true
}

test_java() {
    local code=0 tests failures errors skipped
    echo "== java"
    find "$ROOT" -path '*/node_modules' -prune -o -path '*-reports/TEST-*.xml' -print0 | xargs -0 rm -f
    rm -f "$LIB"/*.jar "$BENCH_LIB"/*.jar "$DRILL_LIB"/*.jar
    (cd "$ROOT" && mvn -B -ntp -fae verify "$@" 2>&1) | tee "$TARGET/test-java.log" | show_tests || code=$?
    cat "$TARGET/test-java.log" >>"$TEST_LOG"
    read -r tests failures errors skipped < <(java_reports)
    local failed=$((failures + errors))
    if [ "$code" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
    count $((tests - failures - errors - skipped)) "$failed"
    echo "   java: $((tests - failures - errors - skipped)) passed, $failed failed, $skipped skipped"
    [ "$code" -eq 0 ] || remember_failure java
    [ "$code" -ne 0 ] || mark_current java "$(java_checksum)"
    return "$code"
}

require_chromium() {
    [ -z "$(find_chromium)" ] || return 0
    if has apt-get && [ "$(id -u)" -eq 0 ]; then
        echo "   installing Chromium"
        (apt-get update && apt-get install -y --no-install-recommends chromium) >>"$TEST_LOG" 2>&1 || true
    fi
    [ -n "$(find_chromium)" ]
}

test_browser() {
    grep -q '"e2e"' "$WEB/e2e/package.json" 2>/dev/null || return 0
    if [ -z "$CHROMIUM" ]; then
        echo "   no Chromium found; install it (Debian: apt install chromium) for the browser tests"
        count 0 1
        return
    fi
    build_cache
    local code=0
    stage browser env CHROMIUM="$(find_chromium)" npm --prefix "$WEB" run browser || code=$?
    count_runner browser "$code"
    code=0
    stage e2e npm --prefix "$WEB" run e2e || code=$?
    count_runner e2e "$code"
}

# Breaks a whole stack in three ways, with fewer members than a drill has otherwise: other steps of a test may run beside.
test_drills() {
    build_cache
    local code=0
    stage drills "$ROOT/parlor" drill --short --clients 20 --rooms 5 --rate 50 || code=$?
    count_runner drills "$code"
}

run_tests() {
    local fast=false
    case "${1:-}" in
        "") ;;
        --fast) fast=true ;;
        *) refuse "$EXIT_USAGE" "usage: ./parlor test [--fast]" ;;
    esac
    require_jdk
    require_maven
    require_node
    mkdir -p "$TARGET"
    : >"$TEST_LOG"
    : >"$FAILURES"
    : >"$BUILD_LOG"
    LOG_BEGUN=yes
    $fast || require_chromium || true
    CHROMIUM="$(find_chromium)"
    [ -z "$CHROMIUM" ] || export CHROMIUM
    if [ -f "$WEB/package.json" ]; then
        echo "== web-install"
        install_web
        test_web
    fi
    if $fast; then
        test_java -DskipITs || true
    elif test_java; then
        test_browser
        test_drills
    fi
    show_failures
    echo "$PASSED passed, $FAILED failed"
    [ "$FAILED" -eq 0 ]
}
