package chat.parlor.room.summary;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.room.domain.Author;
import chat.parlor.room.domain.Named;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StretchesTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Author GIL = new Author("g_gil", "guest", "Gil");
    private static final Author ADA = new Author("a_ada", "account", "Ada");
    private static final Author BOT = new Author("b_bot", "bot", "Bot");
    private final Stretches stretches = new Stretches();
    private long seq;

    @Test
    void anEndIsSummedUp() {
        say(0, GIL, "My invoice is wrong");
        say(5, BOT, "One moment");
        notice(10, "assigned", ADA);
        say(30, ADA, "Let me see");
        say(40, ADA, "Done");
        say(50, GIL, "Thanks");
        notice(60, "closed", null);

        var summary = only();
        assertThat(summary.outcome()).isEqualTo("closed");
        assertThat(summary.endedBy()).isEqualTo(ADA);
        assertThat(summary.agent()).isEqualTo(new Named("a_ada", "Ada"));
        assertThat(summary.messages()).isEqualTo(new Summary.Messages(2, 2, 1));
        assertThat(summary.firstResponseMs()).isEqualTo(30_000);
        assertThat(summary.beganAt()).isEqualTo(NOON);
        assertThat(summary.endedAt()).isEqualTo(NOON.plusSeconds(60));
        assertThat(summary.topics()).containsExactly("invoice", "wrong");
    }

    @Test
    void whatHasNotEndedHasNoSummary() {
        say(0, GIL, "Hello");

        assertThat(stretches.ended()).isEmpty();
    }

    @Test
    void whereNoPersonAnsweredThereIsNoFirstResponse() {
        say(0, GIL, "Hello");
        say(1, BOT, "Hello");
        notice(2, "closed", null);

        assertThat(only().firstResponseMs()).isNull();
        assertThat(only().agent()).isNull();
    }

    @Test
    void closingWhatWasResolvedEndsTheSameConversation() {
        say(0, GIL, "Hello");
        notice(1, "resolved", null);
        notice(2, "closed", null);

        assertThat(only().outcome()).isEqualTo("closed");
        assertThat(only().ends()).isEqualTo(3);
    }

    @Test
    void theMessageThatReopensBelongsToWhatComesAfter() {
        say(0, GIL, "table");
        notice(1, "resolved", null);
        say(2, GIL, "chair");
        notice(3, "reopened", null);
        notice(9, "closed", null);

        assertThat(stretches.ended()).extracting(Summary::topics).containsExactly(List.of("table"), List.of("chair"));
        assertThat(stretches.ended()).extracting(Summary::begins).containsExactly(1L, 3L);
    }

    @Test
    void whatIsReopenedAndGoesOnKeepsTheSummaryOfItsFirstEnd() {
        say(0, GIL, "table");
        notice(1, "closed", null);
        notice(2, "reopened", null);
        say(3, GIL, "chair");

        assertThat(only().topics()).containsExactly("table");
    }

    private Summary only() {
        assertThat(stretches.ended()).hasSize(1);
        return stretches.ended().getFirst();
    }

    private void say(long second, Author author, String text) {
        take(new LogEntry("message.sent", ++seq, author, NOON.plusSeconds(second), text, null, null));
    }

    private void notice(long second, String kind, @Nullable Author member) {
        var named = member == null ? null : new Named(member.id(), member.name());
        take(new LogEntry("notice.posted", ++seq, ADA, NOON.plusSeconds(second), null, kind, named));
    }

    private void take(LogEntry entry) {
        stretches.take(entry);
    }
}
