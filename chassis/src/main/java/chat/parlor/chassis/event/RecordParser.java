package chat.parlor.chassis.event;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Turns the bytes of a record into the consumer's own type. No class names travel: the logical type decides.
final class RecordParser<T> {

    private final JsonMapper json;
    private final KafkaProperties properties;
    private final Map<String, Class<? extends T>> types;

    RecordParser(JsonMapper json, KafkaProperties properties, Map<String, Class<? extends T>> types) {
        this.json = json;
        this.properties = properties;
        this.types = types;
    }

    /// A record that cannot be read, and why.
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    /// Empty when the type is not one this subscription reads.
    Optional<Received<T>> parse(ConsumerRecord<String, byte[]> message) throws Malformed {
        var type = EventHeaders.read(message.headers(), EventHeaders.TYPE);
        if (type == null) {
            throw new Malformed("header type: missing");
        }
        var target = types.get(type);
        return target == null ? Optional.empty() : Optional.of(received(message, type, target));
    }

    private Received<T> received(ConsumerRecord<String, byte[]> message, String type, Class<? extends T> target)
            throws Malformed {
        var id = EventHeaders.read(message.headers(), EventHeaders.ID);
        return new Received<>(
                properties.fromBroker(message.topic()),
                message.partition(),
                message.offset(),
                Objects.requireNonNullElse(message.key(), ""),
                id == null ? "" : id,
                type,
                time(message),
                EventHeaders.read(message.headers(), EventHeaders.TRACEPARENT),
                message.value() == null ? new byte[0] : message.value(),
                body(message.value(), target));
    }

    private T body(byte @Nullable [] payload, Class<? extends T> target) throws Malformed {
        if (payload == null) {
            throw new Malformed("payload: missing");
        }
        try {
            var body = json.readValue(payload, target);
            if (body == null) {
                throw new Malformed("payload: null");
            }
            return body;
        } catch (JacksonException unreadable) {
            throw new Malformed("payload: " + unreadable.getOriginalMessage());
        }
    }

    private static Instant time(ConsumerRecord<String, byte[]> message) {
        var written = EventHeaders.read(message.headers(), EventHeaders.TIME);
        try {
            return written == null ? Instant.ofEpochMilli(message.timestamp()) : Instant.parse(written);
        } catch (DateTimeParseException unreadable) {
            return Instant.ofEpochMilli(message.timestamp());
        }
    }
}
