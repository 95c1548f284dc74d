package chat.parlor.room.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How the guest found a conversation that was closed.
///
/// @param score 1 to 5, which is best
/// @param comment what the guest adds; null when nothing
/// @param ratedAt when it was first rated
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Rating(int score, @Nullable String comment, Instant ratedAt) {

    /// The best.
    public static final int BEST = 5;

    public Rating {
        if (score < 1 || score > BEST) {
            throw new IllegalArgumentException("score: " + score + " (expected: 1 to " + BEST + ")");
        }
    }
}
