package chat.parlor.room.desk;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.Contracts;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PresenceChangedTest {

    @Test
    void everyExampleIsRead() {
        var changes = Contracts.examples("presence", "presence.changed.v1").stream()
                .map(example -> new JsonMapper().readValue(example, PresenceChanged.class))
                .toList();

        assertThat(changes).allSatisfy(change -> assertThat(change).hasNoNullFieldsOrProperties());
        assertThat(changes).anyMatch(change -> change.isAccount() && change.isGone());
        assertThat(changes).anyMatch(change -> !change.isAccount() && !change.isGone());
    }
}
