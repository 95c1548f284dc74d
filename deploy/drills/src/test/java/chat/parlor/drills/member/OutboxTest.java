package chat.parlor.drills.member;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.guarantees.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final long NOW = 1_000;
    private static final long MUCH_LATER = NOW + 60_000_000_000L;

    private final Outbox outbox = new Outbox();

    @Test
    void aMessageIsSentOnceAndAgainWhenNoAnswerComes() {
        outbox.add(message("m0"));

        assertThat(ids(NOW)).containsExactly("m0");
        assertThat(ids(NOW + 1)).isEmpty();
        assertThat(ids(MUCH_LATER)).containsExactly("m0");
    }

    @Test
    void aNewSocketSendsEverythingAgainInOrder() {
        outbox.add(message("m0"));
        outbox.add(message("m1"));
        ids(NOW);

        outbox.startOver(NOW + 1);

        assertThat(ids(NOW + 1)).containsExactly("m0", "m1");
    }

    @Test
    void whatIsAcknowledgedIsSentNoMore() {
        outbox.add(message("m0"));
        ids(NOW);

        assertThat(outbox.remove("m0")).isNotNull();

        assertThat(outbox.remove("m0")).isNull();
        assertThat(ids(MUCH_LATER)).isEmpty();
        assertThat(outbox.isEmpty()).isTrue();
    }

    @Test
    void whatWasTooMuchWaits() {
        outbox.add(message("m0"));
        ids(NOW);

        outbox.later("m0", NOW + 100);

        assertThat(ids(NOW + 99)).isEmpty();
        assertThat(ids(NOW + 100)).containsExactly("m0");
    }

    private List<String> ids(long now) {
        return outbox.due(now).stream().map(letter -> letter.message().id()).toList();
    }

    private static Message message(String id) {
        return new Message("r", "ada", id);
    }
}
