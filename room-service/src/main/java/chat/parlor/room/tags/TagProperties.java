package chat.parlor.room.tags;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Bounds of tags.
///
/// @param most how many tags there may be, 1 to 1,000; 100 by default
/// @param mostOnARoom how many of them may stand on one room, 1 to 50; 10 by default
@ConfigurationProperties("parlor.tags")
record TagProperties(
        @DefaultValue("100") int most, @DefaultValue("10") int mostOnARoom) {

    private static final int LARGEST_LIST = 1_000;
    private static final int FULLEST_ROOM = 50;

    TagProperties {
        require("most", most, LARGEST_LIST);
        require("most-on-a-room", mostOnARoom, FULLEST_ROOM);
    }

    private static void require(String key, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("parlor.tags." + key + ": " + value + " (expected: 1 to " + most + ")");
        }
    }
}
