package chat.parlor.message.timeline;

import static chat.parlor.message.timeline.Sample.ADA;
import static chat.parlor.message.timeline.Sample.BEN;
import static chat.parlor.message.timeline.Sample.GRACE;
import static chat.parlor.message.timeline.Sample.OUTSIDER;
import static chat.parlor.message.timeline.Sample.ROOM;
import static chat.parlor.message.timeline.Sample.backRoom;
import static chat.parlor.message.timeline.Sample.code;
import static chat.parlor.message.timeline.Sample.entry;
import static chat.parlor.message.timeline.Sample.group;
import static chat.parlor.message.timeline.Sample.guestRoom;
import static chat.parlor.message.timeline.Sample.mention;
import static chat.parlor.message.timeline.Sample.send;
import static chat.parlor.message.timeline.Sample.timeline;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Colleagues who are named in a message.
class MentionsTest {

    @Test
    void whoMayReadTheRoomIsMentionedOnce() {
        var timeline = timeline(group());

        var message = (Entry.Message) entry(timeline.apply(mention(ADA, "1", "@Ben @Ben", BEN.id(), BEN.id())));

        assertThat(message.mentions()).containsExactly(BEN.id());
    }

    @Test
    void everyColleagueIsMentionedInANote() {
        var message = (Entry.Message) entry(timeline(backRoom()).apply(mention(ADA, "1", "@Otto", OUTSIDER.id())));

        assertThat(message.mentions()).containsExactly(OUTSIDER.id());
    }

    @Test
    void whoMayNotReadTheRoomOrHasNoAccountIsRefused() {
        var timeline = timeline(group());

        assertThat(code(timeline.apply(mention(ADA, "1", "@Otto", BEN.id(), OUTSIDER.id()))))
                .isEqualTo("unknown-mention");
        assertThat(code(timeline.apply(mention(ADA, "2", "@Grace", GRACE.id()))))
                .isEqualTo("unknown-mention");
        assertThat(timeline.added()).isEmpty();
    }

    @Test
    void nobodyIsMentionedWhereAGuestWouldSeeIt() {
        var timeline = timeline(guestRoom("assigned", ADA, 1));

        assertThat(code(timeline.apply(mention(ADA, "1", "@Ben", BEN.id())))).isEqualTo("unknown-mention");
        assertThat(code(timeline.apply(mention(GRACE, "2", "@Ben", BEN.id())))).isEqualTo("unknown-mention");
    }

    @Test
    void lateNewsOfTheRoomRefusesNobody() {
        var late = new Access(group(), false, Set.of());
        var timeline = new RoomTimeline(ROOM, Known.NOTHING, late, Sample.LIMITS, Uploads.NONE);

        assertThat(timeline.apply(mention(ADA, "1", "@Otto", OUTSIDER.id()))).isInstanceOf(Reply.Doubtful.class);
    }

    @Test
    void anIdStandsForTheSameMentions() {
        var timeline = timeline(group());
        timeline.apply(mention(ADA, "1", "@Ben", BEN.id()));

        assertThat(timeline.apply(mention(ADA, "1", "@Ben", BEN.id()))).isInstanceOf(Reply.Entered.class);
        assertThat(code(timeline.apply(send(ADA, "1", "@Ben")))).isEqualTo("id-reused");
    }

    @Test
    void anEditKeepsMentionsAndADeletionTakesThemAway() {
        var timeline = timeline(group());
        var sent = mention(ADA, "1", "@Ben", BEN.id());
        timeline.apply(sent);
        timeline.apply(Sample.edit(ADA, "2", 1, "@Ben, please"));

        assertThat(((Entry.Message) entry(timeline.apply(sent))).mentions()).containsExactly(BEN.id());

        timeline.apply(Sample.delete(ADA, "3", 1));

        assertThat(((Entry.Message) entry(timeline.apply(sent))).mentions()).isEqualTo(List.of());
    }
}
