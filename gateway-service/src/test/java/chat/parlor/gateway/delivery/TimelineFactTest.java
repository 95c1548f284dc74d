package chat.parlor.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.Contracts;
import chat.parlor.gateway.delivery.TimelineFact.EntryFact;
import chat.parlor.gateway.delivery.TimelineFact.ReadFact;
import chat.parlor.gateway.delivery.TimelineFact.RefusedFact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class TimelineFactTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "message.sent.v1",
                "message.edited.v1",
                "message.deleted.v1",
                "reaction.changed.v1",
                "notice.posted.v1"
            })
    void everyExampleOfAnEntryIsRead(String type) {
        for (var example : Contracts.examples("message", type)) {
            var entry = JSON.readValue(example, EntryFact.class);

            assertThat(entry.room()).startsWith("r_");
            assertThat(entry.seq()).isPositive();
            assertThat(entry.epoch()).isPositive();
            assertThat(entry.author().id()).isNotBlank();
            assertThat(entry.at()).isNotNull();
        }
    }

    @Test
    void everyExampleOfARefusalAndAReadMarkIsRead() {
        for (var example : Contracts.examples("message", "message.refused.v1")) {
            assertThat(JSON.readValue(example, RefusedFact.class).code()).isNotBlank();
        }
        for (var example : Contracts.examples("message", "message.read.v1")) {
            assertThat(JSON.readValue(example, ReadFact.class).seq()).isPositive();
        }
    }
}
