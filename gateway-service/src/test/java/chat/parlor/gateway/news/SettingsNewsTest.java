package chat.parlor.gateway.news;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.Contracts;
import chat.parlor.gateway.news.SettingsNews.SettingsFact;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class SettingsNewsTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void everyExampleIsRead() {
        assertThat(Contracts.examples("guest", "settings.changed.v1"))
                .hasSize(2)
                .allSatisfy(example -> assertThat(
                                JSON.readValue(example, SettingsFact.class).setting())
                        .isEqualTo("widget"));
    }
}
