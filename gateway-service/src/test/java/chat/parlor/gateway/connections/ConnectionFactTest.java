package chat.parlor.gateway.connections;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.Contracts;
import chat.parlor.gateway.connections.PresenceNews.PresenceChanged;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class ConnectionFactTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final Instant AT = Instant.parse("2026-03-14T09:26:53.589Z");

    @Test
    void factsFulfilTheirContracts() {
        var facts = List.of(
                new ConnectionFact.Opened("c_1", "n_1", "a_1", "account", "Ada", AT),
                new ConnectionFact.Closed("c_1", "n_1", "a_1", AT),
                new ConnectionFact.Status("c_1", "n_1", "a_1", "busy", AT),
                new ConnectionFact.Alive("n_1", AT));

        for (var fact : facts) {
            Contracts.validate("gateway", fact.type(), JSON.writeValueAsString(fact));
        }
    }

    @Test
    void everyExampleOfPresenceIsRead() {
        for (var example : Contracts.examples("presence", "presence.changed.v1")) {
            assertThat(JSON.readValue(example, PresenceChanged.class).status()).isNotBlank();
        }
    }
}
