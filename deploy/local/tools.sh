# Finds what must be installed, and says plainly what is missing. Sourced by ./parlor.

# Exit codes, the same as the launcher's (chat.parlor.local.refusal.Refused.Reason).
EXIT_FAILED=1
EXIT_USAGE=2
EXIT_MISSING_TOOL=7

WANTED_JAVA=25
WANTED_NODE=20
TARGET="$ROOT/target"

# refuse CODE MESSAGE: one line for a person, and the end.
refuse() {
    printf 'parlor: %s\n' "$2" >&2
    exit "$1"
}

has() { command -v "$1" >/dev/null 2>&1; }

# java_version HOME: the feature version of a JDK (not of a mere runtime), or nothing.
java_version() {
    [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || return 0
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

jdk_candidates() {
    local java
    [ -z "${JAVA_HOME:-}" ] || echo "$JAVA_HOME"
    if java="$(command -v java 2>/dev/null)"; then
        java="$(readlink -f "$java" 2>/dev/null || echo "$java")"
        dirname "$(dirname "$java")"
    fi
    local place
    for place in /usr/lib/jvm/* /opt/*jdk* /opt/java/* /usr/local/*jdk* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
        [ ! -d "$place" ] || echo "$place"
    done
}

# find_jdk: the home of a JDK that is new enough, or nothing.
find_jdk() {
    local home version
    while IFS= read -r home; do
        version="$(java_version "$home")"
        if [ -n "$version" ] && [ "$version" -ge "$WANTED_JAVA" ]; then
            echo "$home"
            return
        fi
    done < <(jdk_candidates)
}

require_jdk() {
    JAVA_HOME="$(find_jdk)"
    [ -n "$JAVA_HOME" ] || refuse "$EXIT_MISSING_TOOL" \
        "no JDK $WANTED_JAVA found; install one (Debian: apt install openjdk-25-jdk, or https://adoptium.net) or set JAVA_HOME"
    export JAVA_HOME
    JAVA="$JAVA_HOME/bin/java"
}

require_maven() {
    has mvn || refuse "$EXIT_MISSING_TOOL" "no Maven found; install it (Debian: apt install maven, macOS: brew install maven)"
}

node_version() { node --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p'; }

require_node() {
    local version
    version="$(node_version)"
    [ -n "$version" ] && [ "$version" -ge "$WANTED_NODE" ] && has npm || refuse "$EXIT_MISSING_TOOL" \
        "no Node $WANTED_NODE with npm found; install it (Debian: apt install nodejs npm, macOS: brew install node)"
}

find_chromium() {
    local name
    for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" /Applications/Chromium.app/Contents/MacOS/Chromium; do
        if [ -n "$name" ] && has "$name"; then
            command -v "$name"
            return
        fi
    done
}
