package chat.parlor.room.tags;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The colours a tag can have. Few, so that each is told from the others on light and on dark.
enum TagColor {
    GRAY,
    RED,
    ORANGE,
    YELLOW,
    GREEN,
    TEAL,
    BLUE,
    PURPLE,
    PINK;

    /// The colour called `wire`; empty when there is none.
    static Optional<TagColor> from(String wire) {
        return Arrays.stream(values())
                .filter(color -> color.wire().equals(wire))
                .findFirst();
    }

    /// Its name in JSON and in the database.
    @JsonValue
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
