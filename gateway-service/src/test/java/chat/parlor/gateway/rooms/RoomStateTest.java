package chat.parlor.gateway.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.identity.CallerKind;
import chat.parlor.chassis.test.Contracts;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class RoomStateTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final Caller AGENT = new Caller("a_x", CallerKind.ACCOUNT, "X", Set.of("agent"), null);
    private static final Caller SUPERVISOR =
            new Caller("a_s", CallerKind.ACCOUNT, "S", Set.of("agent", "supervisor"), null);
    private static final Caller NO_AGENT = new Caller("a_y", CallerKind.ACCOUNT, "Y", Set.of(), null);
    private static final Caller GUEST = new Caller("g_z", CallerKind.GUEST, "Z", Set.of("agent"), null);

    @ParameterizedTest
    @ValueSource(strings = {"room.state.v1", "room.created.v1"})
    void everyExampleOfRoomServiceIsRead(String type) {
        for (var example : Contracts.examples("room", type)) {
            var room = JSON.readValue(example, RoomState.class);

            assertThat(room.id()).isNotBlank();
            assertThat(room.version()).isPositive();
        }
    }

    private static RoomState room(String staff, String... members) {
        return States.of("r_1", "guest", 1, staff, members);
    }

    @ParameterizedTest
    @CsvSource({"none, false, false", "read, true, false", "write, true, true"})
    void staffReadsAndTakesPartAsTheRoomSays(String staff, boolean reads, boolean takesPart) {
        assertThat(room(staff).readableBy(AGENT)).isEqualTo(reads);
        assertThat(room(staff).partOf(AGENT)).isEqualTo(takesPart);
    }

    @Test
    void onlyAgentsAreStaff() {
        assertThat(room("write").readableBy(NO_AGENT)).isFalse();
        assertThat(room("write").readableBy(GUEST)).isFalse();
        assertThat(room("write").partOf(GUEST)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "a_x, read, true, false, true, false",
        "a_x, write, true, true, true, true",
        "a_x, none, false, false, false, false",
        "a_q, read, false, false, true, false",
        "a_q, write, false, false, true, true"
    })
    void aKeptRoomIsForItsKeeperAndSupervisors(
            String keeper,
            String staff,
            boolean reads,
            boolean takesPart,
            boolean supervisorReads,
            boolean supervisorTakesPart) {
        var room = States.kept("r_1", "guest", 1, staff, keeper);

        assertThat(room.readableBy(AGENT)).isEqualTo(reads);
        assertThat(room.partOf(AGENT)).isEqualTo(takesPart);
        assertThat(room.readableBy(SUPERVISOR)).isEqualTo(supervisorReads);
        assertThat(room.partOf(SUPERVISOR)).isEqualTo(supervisorTakesPart);
    }

    @Test
    void membersOfAKeptRoomReadAndTakePart() {
        var room = States.kept("r_1", "guest", 1, "read", "a_q", "g_z", "a_x");

        assertThat(room.readableBy(GUEST)).isTrue();
        assertThat(room.partOf(AGENT)).isTrue();
        assertThat(room.readableBy(NO_AGENT)).isFalse();
    }

    @Test
    void membersReadAndTakePart() {
        assertThat(room("none", "g_z").readableBy(GUEST)).isTrue();
        assertThat(room("none", "g_z").partOf(GUEST)).isTrue();
        assertThat(room("none", "g_q").readableBy(GUEST)).isFalse();
    }
}
