package chat.parlor.message.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.Contracts;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class RoomsErasedTest {

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void erasedRoomsAreUnderstood() {
        for (var example : Contracts.examples("room", "rooms.erased.v1")) {
            var news = json.readValue(example, RoomsErased.class);

            assertThat(news.guest()).startsWith("g_");
            assertThat(news.rooms())
                    .allSatisfy(room -> assertThat(room.version()).isPositive());
        }
    }

    @Test
    void roomsThatAreOldEnoughAreUnderstood() {
        for (var example : Contracts.examples("room", "rooms.expired.v1")) {
            assertThat(json.readValue(example, RoomsExpired.class).rooms())
                    .isNotEmpty()
                    .allSatisfy(room -> assertThat(room.version()).isPositive());
        }
    }
}
