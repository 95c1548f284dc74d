package chat.parlor.gateway.apikeys;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.Contracts;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SecretEndedTest {

    @Test
    void everyExampleIsRead() {
        var json = JsonMapper.builder().build();

        assertThat(Contracts.examples("gateway", SecretEnded.TYPE))
                .allSatisfy(example -> assertThat(json.readValue(example, ApiKeyConfiguration.Ended.class)
                                .secret())
                        .startsWith("ks_"));
    }
}
