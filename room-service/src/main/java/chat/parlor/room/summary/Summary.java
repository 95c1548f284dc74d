package chat.parlor.room.summary;

import chat.parlor.room.domain.Author;
import chat.parlor.room.domain.Named;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A conversation from its beginning, or from when it was reopened, to its end.
///
/// @param begins the first place of the timeline that belongs to it
/// @param ends the place at which it was resolved or closed
/// @param outcome `resolved` or `closed`
/// @param endedBy who did that
/// @param agent who had it then; null when nobody did
/// @param firstResponseMs how long the guest's first message waited for a person; null when no person answered
/// @param topics what the guest wrote about, the most telling first
@JsonInclude(JsonInclude.Include.NON_NULL)
record Summary(
        @JsonIgnore long begins,
        @JsonIgnore long ends,
        String outcome,
        Instant beganAt,
        Instant endedAt,
        Author endedBy,
        @Nullable Named agent,
        Messages messages,
        @Nullable Long firstResponseMs,
        List<String> topics) {

    Summary {
        topics = List.copyOf(topics);
    }

    /// How many messages each side wrote.
    record Messages(int guest, int agent, int bot) {}
}
