package chat.parlor.guest.answers;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.Contracts;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class AnswerFactTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @ParameterizedTest
    @CsvSource({"message.sent.v1, Sent", "message.read.v1, Read"})
    void everyExampleIsRead(String type, String into) throws ClassNotFoundException {
        var target = Class.forName(AnswerFact.class.getName() + "$" + into);
        for (var example : Contracts.examples("message", type)) {
            var fact = (AnswerFact) json.readValue(example, target);

            assertThat(fact.room()).startsWith("r_");
        }
    }

    @Test
    void batchComesToOneLineForEachRoomAndReader() {
        var news = News.of(
                List.of(
                        sent("r_1", 2, "account", NOON),
                        sent("r_1", 4, "bot", NOON.plusSeconds(9)),
                        sent("r_1", 3, "guest", NOON),
                        sent("r_1", 5, "system", NOON),
                        new AnswerFact.Read("r_1", "g_1", 1)),
                NOON.minusSeconds(1));

        assertThat(news.said()).containsExactly(new News.Said("r_1", 4, NOON));
        assertThat(news.reads()).contains(new AnswerFact.Read("r_1", "x_guest", 3));
        assertThat(news.reads()).contains(new AnswerFact.Read("r_1", "g_1", 1));
    }

    @Test
    void answersThatAreTooOldAreNoNews() {
        assertThat(News.of(List.of(sent("r_1", 2, "account", NOON)), NOON).said())
                .isEmpty();
    }

    private static AnswerFact sent(String room, long seq, String kind, Instant at) {
        return new AnswerFact.Sent(room, seq, new AnswerFact.Author("x_" + kind, kind), at);
    }
}
