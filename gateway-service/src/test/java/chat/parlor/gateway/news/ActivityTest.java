package chat.parlor.gateway.news;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.gateway.delivery.TimelineFact.Author;
import chat.parlor.gateway.delivery.TimelineFact.EntryFact;
import chat.parlor.gateway.delivery.TimelineFact.File;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActivityTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static EntryFact entry(long seq, @Nullable String text, @Nullable Long ordinal, @Nullable Long target) {
        return new EntryFact(
                "r_1", 1, seq, "m" + seq, new Author("a_1", "account", "Ada"), NOON, text, null, null, ordinal, target);
    }

    private static Activity after(EntryFact first, String text) {
        return Activity.begin(first).with(entry(first.seq(), text, 3L, null), "message.sent");
    }

    private static String preview(Activity activity) {
        return Objects.requireNonNull(activity.last()).text();
    }

    @Test
    void messageBecomesTheNewest() {
        var activity = after(entry(7, "hi", 3L, null), "hi");

        assertThat(activity.head()).isEqualTo(7);
        assertThat(activity.messages()).isEqualTo(3);
        assertThat(preview(activity)).isEqualTo("hi");
    }

    @Test
    void whatCameWithoutTextIsCalledAfterItsFile() {
        var author = new Author("a_1", "account", "Ada");
        var files = List.of(new File("plan.pdf", "application/pdf"), new File("cat.png", "image/png"));
        var sent = new EntryFact("r_1", 1, 7, "m7", author, NOON, "", files, null, 3L, null);

        var activity = Activity.begin(sent).with(sent, "message.sent");

        assertThat(preview(activity)).isEqualTo("📎 plan.pdf");
    }

    @Test
    void changesOfTheNewestMessageShow() {
        var sent = after(entry(7, "hi", 3L, null), "hi");

        assertThat(preview(sent.with(entry(8, "ho", null, 7L), "message.edited")))
                .isEqualTo("ho");
        assertThat(preview(sent.with(entry(8, null, null, 7L), "message.deleted")))
                .isEmpty();
        assertThat(preview(sent.with(entry(8, "ho", null, 5L), "message.edited")))
                .isEqualTo("hi");
        assertThat(sent.with(entry(8, null, null, null), "notice.posted").head())
                .isEqualTo(8);
    }

    @Test
    void repetitionsAreNoNews() {
        var activity = after(entry(7, "hi", 3L, null), "hi");

        assertThat(activity.precedes(entry(7, "hi", 3L, null))).isFalse();
        assertThat(activity.precedes(entry(8, "ho", 4L, null))).isTrue();
    }

    @Test
    void previewIsCutBetweenCharacters() {
        assertThat(preview(after(entry(1, "", 1L, null), "x".repeat(200)))).hasSize(200);
        assertThat(preview(after(entry(1, "", 1L, null), "x".repeat(201)))).hasSize(200);
        assertThat(preview(after(entry(1, "", 1L, null), "x".repeat(199) + "📦")))
                .hasSize(199);
    }
}
