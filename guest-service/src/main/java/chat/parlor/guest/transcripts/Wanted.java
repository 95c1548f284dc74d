package chat.parlor.guest.transcripts;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody sends to have a conversation sent.
///
/// @param zone in which its times are written, like `Europe/Berlin`; UTC when it says nothing one knows
/// @param language of the mail's own words, as a language tag
record Wanted(
        @Nullable String room,
        @Nullable String zone,
        @Nullable String language) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /// Fails with [TranscriptRefusal.NotAMember] when no room can have this id.
    String roomId() {
        if (room == null || !ID.matcher(room).matches()) {
            throw new TranscriptRefusal.NotAMember();
        }
        return room;
    }

    ZoneId zoneId() {
        try {
            return ZoneId.of(Objects.requireNonNullElse(zone, "UTC"));
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
