package chat.parlor.room.rating;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How conversations are rated.
///
/// @param change how long a rating may be changed after it was given; 15 minutes by default
/// @param commentCharacters the longest comment, 1 to 10,000; 1,000 by default
@ConfigurationProperties("parlor.rating")
record RatingProperties(
        @DefaultValue("15m") Duration change,
        @DefaultValue("1000") int commentCharacters) {

    private static final int LONGEST = 10_000;

    RatingProperties {
        if (change.isNegative()) {
            throw new IllegalArgumentException("parlor.rating.change: " + change + " (expected: a time)");
        }
        if (commentCharacters < 1 || commentCharacters > LONGEST) {
            throw new IllegalArgumentException(
                    "parlor.rating.comment-characters: " + commentCharacters + " (expected: 1 to " + LONGEST + ")");
        }
    }
}
