package chat.parlor.room.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// What was measured of a period, a day or an agent. Times are in milliseconds; where there are none it is absent.
///
/// @param key the day or the agent's id; empty for the whole period
/// @param name the agent's; absent elsewhere
/// @param conversations that ended
/// @param firstResponse from the guest's first message to a person's first answer
/// @param resolution from the beginning of a conversation to its end
/// @param taken guests who were taken from the queue
/// @param waiting how long they had waited
/// @param ratings how many rated
/// @param score what they gave on average, 1 to 5
@JsonInclude(JsonInclude.Include.NON_NULL)
record Line(
        String key,
        @Nullable String name,
        long conversations,
        @Nullable Spread firstResponse,
        @Nullable Spread resolution,
        long taken,
        @Nullable Spread waiting,
        long ratings,
        @Nullable Double score) {

    static Line empty(String key) {
        return new Line(key, null, 0, null, null, 0, null, 0, null);
    }

    /// Both, each with what the other has not.
    Line and(Line other) {
        return new Line(
                key,
                name == null ? other.name : name,
                conversations + other.conversations,
                firstResponse == null ? other.firstResponse : firstResponse,
                resolution == null ? other.resolution : resolution,
                taken + other.taken,
                waiting == null ? other.waiting : waiting,
                ratings + other.ratings,
                score == null ? other.score : score);
    }
}
