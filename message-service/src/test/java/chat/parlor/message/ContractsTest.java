package chat.parlor.message;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.Contracts;
import chat.parlor.message.access.Room;
import chat.parlor.message.timeline.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads every example of what other services announce and this one understands.
class ContractsTest {

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void roomsAreUnderstood() {
        for (var example : Contracts.examples("room", "room.state.v1")) {
            var room = json.readValue(example, Room.class);

            assertThat(room.version()).isPositive();
            assertThat(room.staff()).isIn("none", "read", "write");
        }
    }

    @ParameterizedTest
    @CsvSource({"guest, message.send.v1", "ai, message.send.v1", "room, notice.post.v1"})
    void commandsAreUnderstood(String producer, String type) {
        var body = type.startsWith("notice") ? Command.Post.class : Command.Send.class;
        for (var example : Contracts.examples(producer, type)) {
            var command = json.readValue(example, body);

            assertThat(command.author().id()).isNotEmpty();
        }
    }

    @Test
    void readMarksOfWhoJoinsAreUnderstood() {
        for (var example : Contracts.examples("room", "message.read.v1")) {
            assertThat(json.readValue(example, Command.Read.class).seq()).isPositive();
        }
    }
}
