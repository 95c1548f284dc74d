package chat.parlor.room.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.room.domain.Author;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DigestTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final Author GUEST = new Author("g_1", "guest", "Gil");
    private static final Author AGENT = new Author("a_1", "account", "Ada");
    private static final Author BOT = new Author("b_parlor", "bot", "Assistant");

    @Test
    void aRoomMovesToItsNewestEntryAndKeepsItsNewestMessage() {
        var digest = Digest.of(List.of(
                sent(1, 5, GUEST, "five", 3), new InboxFact.Passing("r", 1, 6), new InboxFact.Passing("r", 1, 7)));

        assertThat(digest.moves())
                .containsExactly(new Digest.Move("r", 1, 7, 3, new LastMessage(5, NOW, GUEST, "five"), NOW));
    }

    @Test
    void whatComesAgainIsOld() {
        var digest = Digest.of(
                List.of(sent(1, 5, GUEST, "five", 3), sent(1, 6, GUEST, "six", 4), sent(1, 5, GUEST, "five", 3)));

        assertThat(digest.moves()).singleElement().satisfies(move -> {
            assertThat(move.head()).isEqualTo(6);
            assertThat(move.last()).isEqualTo(new LastMessage(6, NOW, GUEST, "six"));
        });
    }

    @Test
    void anotherEpochBeginsAnew() {
        var digest = Digest.of(List.of(
                sent(1, 50, GUEST, "before", 40), sent(2, 3, GUEST, "after", 2), new InboxFact.Passing("r", 1, 51)));

        assertThat(digest.moves())
                .containsExactly(new Digest.Move("r", 2, 3, 2, new LastMessage(3, NOW, GUEST, "after"), NOW));
    }

    @Test
    void theLastWordOnAMessageCounts() {
        var digest = Digest.of(List.of(
                new InboxFact.Edited("r", 1, 2, 1, "second"),
                new InboxFact.Edited("r", 1, 3, 1, "third"),
                new InboxFact.Deleted("r", 1, 4, 9)));

        assertThat(digest.texts())
                .hasSize(2)
                .containsEntry(new Digest.Target("r", 1), "third")
                .containsEntry(new Digest.Target("r", 9), "");
    }

    @Test
    void marksOnlyGrowAndWhoWritesHasRead() {
        var digest = Digest.of(List.of(
                new InboxFact.Read("r", "a_1", 7),
                new InboxFact.Read("r", "a_1", 4),
                sent(1, 9, GUEST, "nine", 8),
                sent(1, 10, BOT, "ten", 9)));

        assertThat(digest.marks())
                .hasSize(2)
                .containsEntry(new Digest.Reader("r", "a_1"), 7L)
                .containsEntry(new Digest.Reader("r", "g_1"), 8L);
    }

    @Test
    void whoIsMentionedIsKeptUntilTheMessageIsDeleted() {
        var both = List.of("a_2", "a_3");
        var digest = Digest.of(List.of(
                new InboxFact.Sent("r", 1, 1, AGENT, NOW, "@B @C", 1, List.of(), both),
                new InboxFact.Sent("r", 1, 2, AGENT, NOW, "@B @C!", 2, List.of(), both),
                new InboxFact.Edited("r", 1, 3, 1, "@B"),
                new InboxFact.Deleted("r", 1, 4, 2)));

        assertThat(digest.mentions())
                .containsOnly(Map.entry(new Digest.Target("r", 1), new Digest.Naming(both, 1, NOW)));
        assertThat(digest.deleted()).containsExactly(new Digest.Target("r", 2));
    }

    @Test
    void onlyGuestsAreListenedTo() {
        var digest = Digest.of(List.of(sent(1, 1, AGENT, "one", 1)));

        assertThat(digest.guests()).isEmpty();
    }

    @Test
    void whatCameWithoutTextIsCalledAfterItsFile() {
        var photo = List.of(new InboxFact.File("cat.png", "image/png"), new InboxFact.File("b.pdf", "application/pdf"));
        var silent = new InboxFact.Sent("r", 1, 1, AGENT, NOW, "", 1, photo, List.of());
        var described = new InboxFact.Sent("r", 1, 1, AGENT, NOW, "my cat", 1, photo, List.of());

        assertThat(LastMessage.of(silent).text()).isEqualTo("📷 cat.png");
        assertThat(LastMessage.of(described).text()).isEqualTo("my cat");
    }

    @Test
    void aLongTextIsCutBetweenCharacters() {
        var cut = LastMessage.cut("x".repeat(199) + "📦" + "x".repeat(50));

        assertThat(cut).isEqualTo("x".repeat(199));
        assertThat(LastMessage.cut("x".repeat(200))).hasSize(200);
        assertThat(LastMessage.cut("x".repeat(201))).hasSize(200);
    }

    private static InboxFact.Sent sent(long epoch, long seq, Author author, String text, long ordinal) {
        return new InboxFact.Sent("r", epoch, seq, author, NOW, text, ordinal, List.of(), List.of());
    }
}
