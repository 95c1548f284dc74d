package chat.parlor.gateway.news;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.Contracts;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class QueueFactTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void everyExampleIsRead() {
        var facts = Contracts.examples("room", "queue.changed.v1").stream()
                .map(example -> JSON.readValue(example, QueueFact.class))
                .toList();

        assertThat(facts).allSatisfy(fact -> assertThat(fact.places()).isNotEmpty());
        assertThat(facts).anyMatch(fact -> fact.averageWaitMs() == null);
        assertThat(facts.stream().flatMap(fact -> fact.places().stream()))
                .anyMatch(place -> place.estimatedWaitMs() == null)
                .anyMatch(place -> place.estimatedWaitMs() != null && place.position() == 2);
    }
}
