package chat.parlor.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.Contracts;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class HeardTest {

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void everyExampleOfAMessageIsRead() {
        for (var type : List.of("message.sent.v1", "message.edited.v1", "message.deleted.v1")) {
            assertThat(Contracts.examples("message", type))
                    .allSatisfy(example -> assertThat(
                                    json.readValue(example, Heard.Entry.class).seq())
                            .isPositive());
        }
    }

    @Test
    void everyExampleOfARoomIsRead() {
        assertThat(Contracts.examples("room", "room.state.v1"))
                .allSatisfy(example -> assertThat(
                                json.readValue(example, Heard.Room.class).version())
                        .isPositive());
    }

    @Test
    void addressesOfFilesStayInside() {
        var full = Contracts.examples("message", "message.sent.v1").stream()
                .map(example -> json.readValue(example, Heard.Entry.class))
                .filter(entry -> entry.attachments() != null)
                .findFirst()
                .orElseThrow();

        var out = json.writeValueAsString(NewEvent.message("message.sent", full));

        assertThat(out).contains("\"name\":\"label.pdf\"").doesNotContain("/api/v1/rooms", "ordinal", "reactions");
    }
}
