package chat.parlor.gateway.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.Contracts;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class ViewingSignalTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void signalFulfilsItsContractAndEveryExampleIsRead() {
        var signal = new ViewingSignal("r_1", "a_1", "Ada", "looking");

        Contracts.validate("gateway", ViewingSignal.TYPE, JSON.writeValueAsString(signal));
        for (var example : Contracts.examples("gateway", ViewingSignal.TYPE)) {
            assertThat(JSON.readValue(example, ViewingSignal.class).room()).isNotBlank();
        }
    }
}
