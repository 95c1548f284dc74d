# Runs the drills. Sourced by ./parlor.

# drill WORD...: what it understands is said by chat.parlor.drills.Options.
drill() {
    ensure_built
    "$JAVA" -Xmx512m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders "-Dparlor.root=$ROOT" -Dslf4j.internal.verbosity=ERROR \
        -cp "$(LC_ALL=C && printf '%s:' "$DRILL_LIB"/*.jar)" chat.parlor.drills.Drills "$@"
}
