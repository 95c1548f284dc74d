package chat.parlor.room.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.Contracts;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class GuestErasingTest {

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void everyExampleIsRead() {
        assertThat(Contracts.examples("guest", "guest.erasing.v1"))
                .allSatisfy(example -> assertThat(
                                json.readValue(example, GuestErasing.class).guest())
                        .startsWith("g_"));
    }
}
