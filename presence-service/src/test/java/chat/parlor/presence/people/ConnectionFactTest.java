package chat.parlor.presence.people;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.Contracts;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class ConnectionFactTest {

    private static final Map<String, Class<? extends ConnectionFact>> READ = Map.of(
            "connection.opened.v1", ConnectionFact.Opened.class,
            "connection.closed.v1", ConnectionFact.Closed.class,
            "connection.status.v1", ConnectionFact.Chosen.class,
            "gateway.alive.v1", ConnectionFact.Alive.class);

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void everyExampleOfTheGatewayIsRead() {
        READ.forEach((type, as) -> assertThat(Contracts.examples("gateway", type))
                .allSatisfy(example -> assertThat(json.readValue(example, as)).hasNoNullFieldsOrProperties()));
    }
}
