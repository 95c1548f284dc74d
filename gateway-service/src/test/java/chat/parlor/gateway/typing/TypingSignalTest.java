package chat.parlor.gateway.typing;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.Contracts;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class TypingSignalTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void signalFulfilsItsContractAndEveryExampleIsRead() {
        var signal = new TypingSignal("r_1", "a_1", "Ada", true);

        Contracts.validate("gateway", TypingSignal.TYPE, JSON.writeValueAsString(signal));
        for (var example : Contracts.examples("gateway", TypingSignal.TYPE)) {
            assertThat(JSON.readValue(example, TypingSignal.class).room()).isNotBlank();
        }
    }
}
