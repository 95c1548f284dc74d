package chat.parlor.ai.desk;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.Contracts;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class ContractsTest {

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void everyExampleOfRoomServiceIsRead() {
        for (var type : new String[] {"room.created.v1", "room.state.v1"}) {
            assertThat(Contracts.examples("room", type)).allSatisfy(example -> {
                var room = json.readValue(example, RoomState.class);
                assertThat(room.id()).isNotEmpty();
                assertThat(room.version()).isPositive();
                assertThat(room.ofGuest()).isEqualTo("guest".equals(room.kind()));
            });
        }
    }

    @Test
    void everyExampleOfGuestServiceIsRead() {
        assertThat(Contracts.examples("guest", "guest.registered.v1"))
                .allSatisfy(example -> assertThat(
                                json.readValue(example, GuestRegistered.class).room())
                        .startsWith("r_"));
    }

    @Test
    void everyExampleOfMessageServiceIsRead() {
        assertThat(Contracts.examples("message", "message.sent.v1")).allSatisfy(example -> {
            var message = json.readValue(example, MessageSent.class);
            assertThat(message.room()).isNotEmpty();
            assertThat(message.author().kind()).isIn("guest", "account", "bot", "system");
        });
    }
}
