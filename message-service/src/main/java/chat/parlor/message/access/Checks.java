package chat.parlor.message.access;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/// Checks of what arrives from other services. Each fails with [IllegalArgumentException]: such a record is broken,
/// not refused.
public final class Checks {

    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,64}");
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private Checks() {}

    /// Returns `id` when it is one: 1 to 64 visible ASCII characters.
    public static String id(String field, String id) {
        if (!isId(id)) {
            throw new IllegalArgumentException(field + ": not an id");
        }
        return id;
    }

    /// Whether `id` has the form of an id.
    public static boolean isId(String id) {
        return id != null && ID.matcher(id).matches();
    }

    /// Fails when `name` is missing, too long or cannot be stored.
    public static void name(String field, String name, int longest) {
        if (name == null || name.length() > longest || !isStorable(name)) {
            throw new IllegalArgumentException(field + ": missing, too long or not text");
        }
    }

    /// Returns `at` in milliseconds when it is a time of our era.
    public static Instant time(String field, Instant at) {
        if (at == null || at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw new IllegalArgumentException(field + ": missing or out of range");
        }
        return at.truncatedTo(ChronoUnit.MILLIS);
    }

    /// Whether `text` is well-formed Unicode without NUL: neither a database nor UTF-8 can hold anything else.
    public static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(
                        point -> point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
    }
}
