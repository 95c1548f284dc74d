package chat.parlor.gateway.frame;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes frames.
@Component
public final class FrameWriter {

    private static final Map<Class<?>, String> NAMES = Arrays.stream(
                    ServerFrame.class.getAnnotation(JsonSubTypes.class).value())
            .collect(Collectors.toUnmodifiableMap(JsonSubTypes.Type::value, JsonSubTypes.Type::name));

    private final JsonMapper json;

    public FrameWriter(JsonMapper json) {
        this.json = json.rebuild()
                .changeDefaultPropertyInclusion(shown -> shown.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build();
    }

    /// The frame of `frame`.
    public Frame write(ServerFrame frame) {
        return Frame.of(nameOf(frame.getClass()), frame.lossy(), json.writeValueAsBytes(frame));
    }

    static String nameOf(Class<?> frame) {
        return NAMES.getOrDefault(frame, "");
    }

    /// A timeline entry of `type` as message-service wrote it: its JSON object with the type put first.
    public Frame entry(String type, byte[] object) {
        return Frame.of(type, false, joined(bytes("{\"type\":\"" + type + "\","), afterBrace(object)));
    }

    /// What all answers to `room.open` with these entries have in common, to be finished by [#opened].
    ///
    /// @param answer the fields after `room`, as one JSON object
    public byte[] answer(Object answer) {
        return afterBrace(json.writeValueAsBytes(answer));
    }

    /// The answer to one `room.open`; `answer` is shared, not copied.
    public Frame opened(@Nullable String ref, String room, byte[] answer) {
        var start = new ByteArrayOutputStream();
        start.writeBytes(bytes("{\"type\":\"room.opened\","));
        if (ref != null) {
            start.writeBytes(bytes("\"ref\":"));
            start.writeBytes(json.writeValueAsBytes(ref));
            start.write(',');
        }
        start.writeBytes(bytes("\"room\":"));
        start.writeBytes(json.writeValueAsBytes(room));
        start.write(',');
        return Frame.of("room.opened", false, start.toByteArray(), answer);
    }

    /// Any value as JSON.
    public byte[] json(Object value) {
        return json.writeValueAsBytes(value);
    }

    private static byte[] afterBrace(byte[] object) {
        var brace = 0;
        while (object[brace] != '{') {
            brace++;
        }
        return Arrays.copyOfRange(object, brace + 1, object.length);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
