package chat.parlor.room.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a page of rooms ended. Opaque to clients.
///
/// @param unread whether the page ended among the unread rooms
/// @param activeAt of the last room of the page
/// @param room the id of that room
/// @param newest of the horizon of the first page, so that no room changes its half between two pages
record Cursor(boolean unread, Instant activeAt, String room, Instant newest) {

    private static final Pattern SHAPE = Pattern.compile("([ur])(\\d{1,18})\\.(\\d{1,18})\\.([A-Za-z0-9_-]{1,64})");

    /// The cursor a client sent; empty when it is none of ours.
    static Optional<Cursor> parse(String text) {
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            var match = SHAPE.matcher(plain);
            return match.matches()
                    ? Optional.of(new Cursor(
                            match.group(1).equals("u"), time(match.group(2)), match.group(4), time(match.group(3))))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    String text() {
        var plain = (unread ? "u" : "r") + micros(activeAt) + "." + micros(newest) + "." + room;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    private static Instant time(String micros) {
        return Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS);
    }
}
