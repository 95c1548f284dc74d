package chat.parlor.chassis.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A record as it arrived, parsed into the consumer's own type.
///
/// @param topic the topic without any deployment prefix
/// @param partition the partition it came from
/// @param offset its place in the partition
/// @param key the ordering key
/// @param id the event's id; empty when the producer gave none
/// @param type the logical type
/// @param time when it happened; the broker's time when the producer gave none
/// @param traceparent the W3C trace context of what caused it
/// @param raw the payload as it lies in the log; shared, not to be changed
/// @param body the payload as the consumer reads it
/// @param <T> what the subscription reads
@SuppressWarnings("ArrayRecordComponent") // received records are never compared, and the bytes are shared, not copied
public record Received<T>(
        String topic,
        int partition,
        long offset,
        String key,
        String id,
        String type,
        Instant time,
        @Nullable String traceparent,
        byte[] raw,
        T body) {}
