package chat.parlor.gateway.personal;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.Contracts;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class PersonalChangedTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void everyExampleIsRead() {
        assertThat(Contracts.examples("gateway", PersonalChanged.TYPE))
                .hasSize(2)
                .allSatisfy(example -> assertThat(JSON.readValue(example, PersonalChanged.class)
                                .settings()
                                .version())
                        .isPositive());
    }
}
