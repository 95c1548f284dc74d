package chat.parlor.message.timeline;

import static chat.parlor.message.timeline.Sample.ADA;
import static chat.parlor.message.timeline.Sample.BEN;
import static chat.parlor.message.timeline.Sample.BOT;
import static chat.parlor.message.timeline.Sample.GRACE;
import static chat.parlor.message.timeline.Sample.LIMITS;
import static chat.parlor.message.timeline.Sample.ROOM;
import static chat.parlor.message.timeline.Sample.code;
import static chat.parlor.message.timeline.Sample.entry;
import static chat.parlor.message.timeline.Sample.fenced;
import static chat.parlor.message.timeline.Sample.group;
import static chat.parlor.message.timeline.Sample.guestRoom;
import static chat.parlor.message.timeline.Sample.member;
import static chat.parlor.message.timeline.Sample.post;
import static chat.parlor.message.timeline.Sample.send;
import static chat.parlor.message.timeline.Sample.timeline;
import static chat.parlor.message.timeline.Sample.toggle;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.message.access.Room;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RightsOfVoicesTest {

    @Test
    void theAssigneeAloneAnswersTheGuest() {
        var assigned = timeline(guestRoom("assigned", ADA, 1));

        assertThat(entry(assigned.apply(send(GRACE, "1", "hello")))).isNotNull();
        assertThat(entry(assigned.apply(send(ADA, "1", "hello")))).isNotNull();
        assertThat(code(assigned.apply(send(BEN, "1", "me too")))).isEqualTo("not-allowed");
        assertThat(code(assigned.apply(toggle(BEN, "2", 1, "👍")))).isEqualTo("not-allowed");
        assertThat(code(assigned.apply(fenced(BOT, "1", "and me", 1L)))).isEqualTo("stale-fence");
    }

    @Test
    void whoHadTheConversationDoesNotHaveItInTheQueue() {
        var queued = timeline(guestRoom("queued", ADA, 2));

        assertThat(code(queued.apply(send(ADA, "1", "still me")))).isEqualTo("not-allowed");
    }

    @Test
    void aBotSpeaksWithThePresentFenceOnly() {
        var open = timeline(guestRoom("open", null, 3));

        assertThat(entry(open.apply(fenced(BOT, "1", "hello", 3L)))).isNotNull();
        assertThat(code(open.apply(fenced(BOT, "2", "hello", 2L)))).isEqualTo("stale-fence");
        assertThat(code(open.apply(fenced(BOT, "2", "hello", 4L)))).isEqualTo("stale-fence");
        assertThat(code(open.apply(fenced(BOT, "2", "hello", null)))).isEqualTo("stale-fence");
    }

    @Test
    void aNoticeWithANewFenceSilencesTheBotFromThereOn() {
        var open = timeline(guestRoom("open", null, 0));
        open.apply(fenced(BOT, "1", "hello", 0L));
        open.apply(post("n", "assigned", 1L));

        assertThat(code(open.apply(fenced(BOT, "2", "anything else?", 0L)))).isEqualTo("stale-fence");
        assertThat(open.head().fence()).isEqualTo(1);
    }

    @Test
    void aCopyOlderThanTheTimelineIsNotTrusted() {
        var access = new Access(guestRoom("assigned", ADA, 1), false, Set.of());
        var timeline = new RoomTimeline(ROOM, Known.NOTHING, access, LIMITS, Uploads.NONE);
        timeline.apply(post("n", "transferred", 2L));

        assertThat(timeline.apply(send(ADA, "1", "still me?"))).isInstanceOf(Reply.Doubtful.class);
    }

    @Test
    void aClosedConversationTakesNoMore() {
        var closed = timeline(guestRoom("closed", ADA, 1));

        assertThat(code(closed.apply(send(GRACE, "1", "hello?")))).isEqualTo("room-closed");
        assertThat(code(closed.apply(send(ADA, "1", "hello?")))).isEqualTo("room-closed");
        assertThat(code(closed.apply(fenced(BOT, "1", "hello?", 1L)))).isEqualTo("room-closed");
        assertThat(entry(closed.apply(post("n", "closed", 1L)))).isNotNull();
    }

    @Test
    void theMutedDoNotWrite() {
        var muted = new Room.Member(ADA.id(), "member", true);
        var room = new Room(ROOM, 1, "group", null, null, "none", List.of(muted, member(BEN, "member")), 0);
        var timeline = timeline(room);
        timeline.apply(send(BEN, "1", "one"));

        assertThat(code(timeline.apply(send(ADA, "1", "let me")))).isEqualTo("muted");
        assertThat(code(timeline.apply(toggle(ADA, "1", 1, "👎")))).isEqualTo("muted");
    }

    @Test
    void adminsAloneAnnounce() {
        var members = List.of(member(ADA, "admin"), member(BEN, "member"));
        var timeline = timeline(new Room(ROOM, 1, "announcement", null, null, "none", members, 0));

        assertThat(entry(timeline.apply(send(ADA, "1", "news")))).isNotNull();
        assertThat(code(timeline.apply(send(BEN, "1", "my news")))).isEqualTo("not-allowed");
        assertThat(entry(timeline.apply(toggle(BEN, "2", 1, "🎉")))).isNotNull();
    }

    @Test
    void agentsWriteInBackRoomsAndGuestsDoNotSeeThem() {
        var timeline = timeline(new Room(ROOM, 1, "backroom", null, null, "write", List.of(), 0));

        assertThat(entry(timeline.apply(send(ADA, "1", "careful")))).isNotNull();
        assertThat(code(timeline.apply(send(GRACE, "1", "what?")))).isEqualTo("not-a-member");
    }

    @Test
    void aGuestIsNoMemberOfOtherRooms() {
        assertThat(code(timeline(group()).apply(send(GRACE, "1", "hi")))).isEqualTo("not-a-member");
        assertThat(code(timeline(group()).apply(fenced(BOT, "1", "hi", 0L)))).isEqualTo("not-a-member");
    }
}
