package chat.parlor.gateway.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.Contracts;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SessionEndedTest {

    @Test
    void everyExampleIsRead() {
        var json = JsonMapper.builder().build();

        assertThat(Contracts.examples("gateway", SessionEnded.TYPE))
                .allSatisfy(example -> assertThat(json.readValue(example, SessionConfiguration.Ended.class)
                                .session())
                        .startsWith("s_"));
    }
}
