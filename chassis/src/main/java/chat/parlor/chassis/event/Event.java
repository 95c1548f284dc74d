package chat.parlor.chassis.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A fact on its way out.
///
/// @param topic the topic without any deployment prefix
/// @param key the ordering key: events with the same key keep their order
/// @param type the logical type with its version, like `room.state.v1`; never a class name
/// @param id unique per event; consumers drop what they have seen
/// @param time when it happened, in milliseconds
/// @param body the payload: a record that becomes JSON
/// @param traceparent the W3C trace context of what caused it
public record Event(
        String topic,
        String key,
        String type,
        String id,
        Instant time,
        Object body,
        @Nullable String traceparent) {

    /// An event that happens now, with a random id and no trace.
    public static Event of(String topic, String key, String type, Object body) {
        return new Event(
                topic,
                key,
                type,
                UUID.randomUUID().toString(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                body,
                null);
    }

    /// The same event, caused by `traceparent`.
    public Event causedBy(@Nullable String traceparent) {
        return new Event(topic, key, type, id, time, body, traceparent);
    }
}
