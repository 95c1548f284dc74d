package chat.parlor.room.replies;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Bounds of quick replies.
///
/// @param mostPersonal how many one account may have, 1 to 1,000; 200 by default
/// @param mostShared how many may be shared, 1 to 1,000; 500 by default
/// @param bodyCharacters the longest text, 1 to 10,000 characters; 4,000 by default
@ConfigurationProperties("parlor.replies")
record ReplyProperties(
        @DefaultValue("200") int mostPersonal,
        @DefaultValue("500") int mostShared,
        @DefaultValue("4000") int bodyCharacters) {

    private static final int MOST = 1_000;
    private static final int LONGEST = 10_000;

    ReplyProperties {
        check("most-personal", mostPersonal, MOST);
        check("most-shared", mostShared, MOST);
        check("body-characters", bodyCharacters, LONGEST);
    }

    private static void check(String key, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(
                    "parlor.replies." + key + ": " + value + " (expected: 1 to " + most + ")");
        }
    }
}
