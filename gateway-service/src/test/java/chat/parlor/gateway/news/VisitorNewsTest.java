package chat.parlor.gateway.news;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.Contracts;
import chat.parlor.gateway.news.VisitorNews.VisitorFact;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class VisitorNewsTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void everyExampleIsRead() {
        assertThat(Contracts.examples("guest", "visitor.changed.v1"))
                .hasSize(2)
                .allSatisfy(example -> assertThat(
                                JSON.readValue(example, VisitorFact.class).rooms())
                        .contains("r_8mVtqk3ZQ0aYw5xJr1bLcA"));
    }
}
