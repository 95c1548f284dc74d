package chat.parlor.chassis.event;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// The names of the headers every record carries, and how they are written and read.
final class EventHeaders {

    static final String ID = "id";
    static final String TYPE = "type";
    static final String TIME = "time";
    static final String TRACEPARENT = "traceparent";
    static final String CAUSE = "cause";
    static final String SOURCE = "source";

    private EventHeaders() {}

    static void write(Headers headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    static @Nullable String read(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
