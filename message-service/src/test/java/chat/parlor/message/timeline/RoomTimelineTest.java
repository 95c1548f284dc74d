package chat.parlor.message.timeline;

import static chat.parlor.message.timeline.Sample.ADA;
import static chat.parlor.message.timeline.Sample.BEN;
import static chat.parlor.message.timeline.Sample.LIMITS;
import static chat.parlor.message.timeline.Sample.MOD;
import static chat.parlor.message.timeline.Sample.NOW;
import static chat.parlor.message.timeline.Sample.OUTSIDER;
import static chat.parlor.message.timeline.Sample.ROOM;
import static chat.parlor.message.timeline.Sample.code;
import static chat.parlor.message.timeline.Sample.confirmed;
import static chat.parlor.message.timeline.Sample.delete;
import static chat.parlor.message.timeline.Sample.edit;
import static chat.parlor.message.timeline.Sample.entry;
import static chat.parlor.message.timeline.Sample.group;
import static chat.parlor.message.timeline.Sample.post;
import static chat.parlor.message.timeline.Sample.reply;
import static chat.parlor.message.timeline.Sample.send;
import static chat.parlor.message.timeline.Sample.timeline;
import static chat.parlor.message.timeline.Sample.toggle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoomTimelineTest {

    private final RoomTimeline timeline = timeline(group());

    @Test
    void entriesOfAllKindsAreNumberedTogetherAndMessagesAlsoAlone() {
        timeline.apply(send(ADA, "1", "one"));
        timeline.apply(post("n", "renamed", null));
        timeline.apply(toggle(BEN, "2", 1, "👍"));
        var second = (Entry.Message) entry(timeline.apply(send(BEN, "3", "two")));

        assertThat(second.stamp().seq()).isEqualTo(4);
        assertThat(second.ordinal()).isEqualTo(2);
        assertThat(timeline.head()).isEqualTo(new Head(1, 4, 2, 0));
        assertThat(timeline.added()).extracting(Recorded::ordinal).containsExactly(1L, 1L, 1L, 2L);
    }

    @Test
    void aRepeatedCommandIsTheEntryItWas() {
        var first = entry(timeline.apply(send(ADA, "1", "one")));
        var again = (Reply.Entered) timeline.apply(send(ADA, "1", "one"));

        assertThat(again).isEqualTo(new Reply.Entered(first, 1, false));
        assertThat(timeline.added()).hasSize(1);
    }

    @Test
    void theSameIdIsAnotherMessageForAnotherAuthor() {
        timeline.apply(send(ADA, "1", "one"));

        assertThat(entry(timeline.apply(send(BEN, "1", "one"))).seq()).isEqualTo(2);
    }

    @Test
    void anIdUsedForSomethingElseIsRefused() {
        timeline.apply(send(ADA, "1", "one"));
        timeline.apply(send(ADA, "2", "two"));

        assertThat(code(timeline.apply(send(ADA, "1", "other")))).isEqualTo("id-reused");
        assertThat(code(timeline.apply(reply(ADA, "1", "one", 2)))).isEqualTo("id-reused");
        assertThat(code(timeline.apply(delete(ADA, "1", 1)))).isEqualTo("id-reused");
        assertThat(timeline.head().seq()).isEqualTo(2);
    }

    @Test
    void anEditedMessageIsStillKnownByWhatItWas() {
        timeline.apply(send(ADA, "1", "one"));
        timeline.apply(edit(ADA, "2", 1, "uno"));

        var again = (Entry.Message) entry(timeline.apply(send(ADA, "1", "one")));

        assertThat(again.text()).isEqualTo("uno");
        assertThat(again.editedAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(code(timeline.apply(send(ADA, "1", "uno")))).isEqualTo("id-reused");
    }

    @Test
    void onlyTheAuthorEdits() {
        timeline.apply(send(ADA, "1", "one"));

        assertThat(code(timeline.apply(edit(BEN, "2", 1, "mine")))).isEqualTo("not-allowed");
        assertThat(code(timeline.apply(edit(MOD, "2", 1, "mine")))).isEqualTo("not-allowed");
        assertThat(code(timeline.apply(edit(OUTSIDER, "2", 1, "mine")))).isEqualTo("not-a-member");
    }

    @Test
    void aMessageIsEditedWithinTheWindowOnly() {
        timeline.apply(send(ADA, "1", "one"));
        var inTime = new Command.Edit(ROOM, "2", 1, ADA, NOW.plus(LIMITS.editWindow()), "uno");
        var late = new Command.Edit(
                ROOM, "3", 1, ADA, NOW.plus(LIMITS.editWindow()).plusMillis(1), "eins");

        assertThat(entry(timeline.apply(inTime))).isInstanceOf(Entry.Edit.class);
        assertThat(code(timeline.apply(late))).isEqualTo("not-allowed");
    }

    @Test
    void authorModeratorAndSupervisorDelete() {
        var access = new Access(group(), true, Set.of(BEN.id()));
        var supervised = new RoomTimeline(ROOM, Known.NOTHING, access, LIMITS, Uploads.NONE);
        List.of("1", "2", "3").forEach(id -> supervised.apply(send(ADA, id, "text")));

        assertThat(entry(supervised.apply(delete(ADA, "4", 1)))).isInstanceOf(Entry.Deletion.class);
        assertThat(entry(supervised.apply(delete(MOD, "4", 2)))).isInstanceOf(Entry.Deletion.class);
        assertThat(entry(supervised.apply(delete(BEN, "4", 3)))).isInstanceOf(Entry.Deletion.class);
    }

    @Test
    void othersDoNotDelete() {
        timeline.apply(send(ADA, "1", "one"));

        assertThat(code(timeline.apply(delete(BEN, "2", 1)))).isEqualTo("not-allowed");
        assertThat(code(timeline.apply(delete(OUTSIDER, "2", 1)))).isEqualTo("not-a-member");
    }

    @Test
    void whatIsDeletedCannotBeChangedAnsweredOrReadAgain() {
        timeline.apply(send(ADA, "1", "secret"));
        timeline.apply(edit(ADA, "2", 1, "worse"));
        timeline.apply(delete(ADA, "3", 1));

        assertThat(code(timeline.apply(edit(ADA, "4", 1, "back")))).isEqualTo("unknown-message");
        assertThat(code(timeline.apply(toggle(ADA, "4", 1, "👍")))).isEqualTo("unknown-message");
        assertThat(code(timeline.apply(delete(ADA, "4", 1)))).isEqualTo("unknown-message");
        assertThat(code(timeline.apply(reply(ADA, "4", "what?", 1)))).isEqualTo("unknown-message");
        assertThat(((Entry.Message) entry(timeline.apply(send(ADA, "1", "secret")))).text())
                .isEmpty();
        assertThat(((Entry.Edit) entry(timeline.apply(edit(ADA, "2", 1, "worse")))).text())
                .isEmpty();
    }

    @Test
    void onlyMessagesOfTheRoomAreAnsweredAndChanged() {
        timeline.apply(post("n", "created", null));

        assertThat(code(timeline.apply(reply(ADA, "1", "what?", 1)))).isEqualTo("unknown-message");
        assertThat(code(timeline.apply(reply(ADA, "1", "what?", 7)))).isEqualTo("unknown-message");
        assertThat(code(timeline.apply(edit(ADA, "1", 1, "x")))).isEqualTo("unknown-message");
        assertThat(code(timeline.apply(toggle(ADA, "1", 0, "👍")))).isEqualTo("unknown-message");
    }

    @Test
    void aReactionComesAndGoes() {
        timeline.apply(send(ADA, "1", "one"));
        var on = (Entry.ReactionChange) entry(timeline.apply(toggle(BEN, "2", 1, "👍")));
        var both = (Entry.ReactionChange) entry(timeline.apply(toggle(ADA, "3", 1, "👍")));
        var off = (Entry.ReactionChange) entry(timeline.apply(toggle(BEN, "4", 1, "👍")));

        assertThat(on.on()).isTrue();
        assertThat(both.reactions()).containsExactly(new Reaction("👍", List.of(BEN.id(), ADA.id())));
        assertThat(off.on()).isFalse();
        assertThat(off.reactions()).containsExactly(new Reaction("👍", List.of(ADA.id())));
    }

    @Test
    void differentReactionsAreLimited() {
        timeline.apply(send(ADA, "1", "one"));
        for (var emoji : List.of("👍", "🎉", "❤️")) {
            assertThat(entry(timeline.apply(toggle(BEN, "r" + emoji.codePointAt(0), 1, emoji))))
                    .isNotNull();
        }

        assertThat(code(timeline.apply(new Command.Toggle(ROOM, "x", 1, BEN, NOW, "😀"))))
                .isEqualTo("too-many");
    }

    @Test
    void anIdThatIsNoneIsRefused() {
        assertThat(code(timeline.apply(send(ADA, "", "one")))).isEqualTo("bad-frame");
        assertThat(code(timeline.apply(send(ADA, "x".repeat(65), "one")))).isEqualTo("bad-frame");
        assertThat(entry(timeline.apply(send(ADA, "x".repeat(64), "one")))).isNotNull();
    }

    @Test
    void aReadMarkEndsAtTheHead() {
        timeline.apply(send(ADA, "1", "one"));
        timeline.apply(post("n", "renamed", null));
        timeline.apply(send(ADA, "2", "two"));

        assertThat(timeline.apply(new Command.Read(ROOM, BEN.id(), 2, NOW))).isEqualTo(new Reply.Marked(2, 1));
        assertThat(timeline.apply(new Command.Read(ROOM, BEN.id(), 99, NOW))).isEqualTo(new Reply.Marked(3, 2));
        assertThat(timeline.apply(new Command.Read(ROOM, BEN.id(), 0, NOW))).isEqualTo(new Reply.Ignored());
        assertThat(timeline.apply(new Command.Read(ROOM, "a_out", 1, NOW))).isEqualTo(new Reply.Ignored());
    }

    @Test
    void nothingIsRefusedBeforeRoomServiceWasAsked() {
        var unknown = new RoomTimeline(ROOM, Known.NOTHING, new Access(null, false, Set.of()), LIMITS, Uploads.NONE);
        var late = new RoomTimeline(ROOM, Known.NOTHING, new Access(group(), false, Set.of()), LIMITS, Uploads.NONE);
        var none = new RoomTimeline(ROOM, Known.NOTHING, confirmed(null), LIMITS, Uploads.NONE);

        assertThat(unknown.apply(send(ADA, "1", "one"))).isInstanceOf(Reply.Doubtful.class);
        assertThat(late.apply(send(OUTSIDER, "1", "one"))).isInstanceOf(Reply.Doubtful.class);
        assertThat(late.apply(new Command.Read(ROOM, OUTSIDER.id(), 1, NOW))).isInstanceOf(Reply.Doubtful.class);
        assertThat(code(none.apply(send(ADA, "1", "one")))).isEqualTo("not-a-member");
    }

    @Test
    void whatIsStoredIsFoundAgain() {
        timeline.apply(send(ADA, "1", "one"));
        timeline.apply(edit(ADA, "2", 1, "uno"));
        var known = new Known(timeline.head(), timeline.added(), timeline.changedFolds());
        var later = new RoomTimeline(ROOM, known, confirmed(group()), LIMITS, Uploads.NONE);

        assertThat(later.apply(send(ADA, "1", "one"))).isEqualTo(timeline.apply(send(ADA, "1", "one")));
        assertThat(entry(later.apply(send(ADA, "3", "two"))).seq()).isEqualTo(3);
        assertThat(later.added()).hasSize(1);
    }

    @Test
    void limitsOutOfRangeAreRefusedInPlainWords() {
        assertThat(catchThrowable(() -> new TimelineLimits(0, Duration.ofHours(1), 1)))
                .hasMessage("text-characters: 0 (expected: 1 to 40000)");
    }
}
