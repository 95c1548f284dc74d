package chat.parlor.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.gateway.neighbours.FakeRooms;
import chat.parlor.gateway.neighbours.Neighbours;
import chat.parlor.gateway.neighbours.TestSocket;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@ServiceIT({
    "spring.config.name=gateway-service",
    "parlor.gateway.admission.handshakes=1000",
    "parlor.gateway.admission.per-address=1000",
    "parlor.gateway.commands.sends=1000",
    "parlor.gateway.admission.per-account=50",
    "parlor.gateway.delivery.tail-entries=8",
    "parlor.gateway.delivery.refill-pause=20ms",
    "parlor.gateway.socket.frames=100000"
})
class DeliveryIT extends GuaranteeFacts {

    private void store(String room, int messages) {
        IntStream.range(0, messages).forEach(i -> Neighbours.TIMELINES.store(room, ADA, "old-" + i, "old"));
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    void messageReachesEveryMemberAndIsAcknowledged() {
        var room = Neighbours.ROOMS.group(ADA, GRACE);
        var ada = as(ADA);
        var grace = as(GRACE);
        ada.open(room);
        grace.open(room);

        ada.send("{'type':'message.send','ref':'1','room':'%s','id':'m1','text':'hi','later':[{}]}", room);

        var ack = ada.answer("1");
        assertThat(ack.get("type").asString()).isEqualTo("message.ack");
        assertThat(ack.get("seq").asLong()).isEqualTo(1);
        assertThat(grace.next("message.sent").get("text").asString()).isEqualTo("hi");
        assertThat(ada.next("message.sent").get("author").get("id").asString()).isEqualTo(ADA);
    }

    @Test
    void repeatedSendIsAcknowledgedAgainAndDeliveredOnce() {
        var room = Neighbours.ROOMS.group(ADA);
        var ada = as(ADA);
        ada.open(room);
        ada.send("{'type':'message.send','ref':'1','room':'%s','id':'m1','text':'hi'}", room);
        var first = ada.answer("1");

        ada.send("{'type':'message.send','ref':'2','room':'%s','id':'m1','text':'hi'}", room);
        var second = ada.answer("2");
        ada.send("{'type':'message.send','ref':'3','room':'%s','id':'m1','text':'other'}", room);

        assertThat(second.get("seq")).isEqualTo(first.get("seq"));
        assertThat(ada.answer("3").get("code").asString()).isEqualTo("id-reused");
        assertThat(ada.seqs(room)).containsExactly(1L);
    }

    @Test
    void unansweredCommandIsUnknownNotFailed() {
        var room = Neighbours.ROOMS.group(ADA);
        var ada = as(ADA);
        Neighbours.TIMELINES.mute(true);

        ada.send("{'type':'message.send','ref':'1','room':'%s','id':'m1','text':'hi'}", room);
        ada.settle();
        Neighbours.CLOCK.advance(Duration.ofMinutes(1));

        assertThat(ada.answer("1").get("code").asString()).isEqualTo("unknown-outcome");
    }

    @Test
    void openWithoutPositionIsASnapshotAndThenLive() {
        var room = Neighbours.ROOMS.group(ADA);
        store(room, 60);
        var ada = as(ADA);

        var opened = ada.open(room);
        topics.publish(Neighbours.TIMELINES.store(room, BEN, "new", "new"));

        assertThat(opened.get("result").asString()).isEqualTo("snapshot");
        assertThat(opened.get("entries").size()).isEqualTo(50);
        assertThat(ada.next("message.sent").get("seq").asLong()).isEqualTo(61);
    }

    @Test
    void resumeBringsEverythingAfterThePositionFromStoreAndThenFromMemory() {
        var room = Neighbours.ROOMS.group(ADA, BEN);
        store(room, 60);
        var ada = as(ADA);
        var ben = as(BEN);

        var long1 = ada.open(room, 5);
        var readsBefore = Neighbours.TIMELINES.reads();
        var short1 = ben.open(room, 58);

        assertThat(long1.get("result").asString()).isEqualTo("resumed");
        assertThat(long1.get("entries").size()).isEqualTo(55);
        assertThat(short1.get("result").asString()).isEqualTo("resumed");
        assertThat(short1.get("entries").get(0).get("seq").asLong()).isEqualTo(59);
        assertThat(short1.get("entries").get(0).get("type").asString()).isEqualTo("message.sent");
        assertThat(Neighbours.TIMELINES.reads()).isEqualTo(readsBefore);
    }

    @Test
    void readMarksComeWithEveryAnswer() {
        var room = Neighbours.ROOMS.group(ADA, BEN);
        store(room, 3);
        var ada = as(ADA);
        ada.open(room, 0);
        ada.send("{'type':'message.read','room':'%s','seq':3}", room);
        ada.next("message.read");
        var before = Neighbours.TIMELINES.reads();

        var mark = as(BEN).open(room, 3).get("reads").get(0);

        assertThat(mark.get("member").asString()).isEqualTo(ADA);
        assertThat(mark.get("seq").asLong()).isEqualTo(3);
        assertThat(Neighbours.TIMELINES.reads()).isEqualTo(before);
    }

    @Test
    void foreignPositionIsASnapshot() {
        var room = Neighbours.ROOMS.group(ADA);
        store(room, 3);
        var ada = as(ADA);

        var ahead = ada.open(room, 99);
        ada.send("{'type':'room.open','ref':'e','room':'%s','epoch':7,'after':1}", room);

        assertThat(ahead.get("result").asString()).isEqualTo("snapshot");
        assertThat(ada.answer("e").get("result").asString()).isEqualTo("snapshot");
    }

    @Test
    void doublesAreDroppedAndHolesAreFilledFromTheStore() {
        var room = Neighbours.ROOMS.group(ADA);
        var ada = as(ADA);
        ada.open(room);
        var timelines = Neighbours.TIMELINES;
        IntStream.rangeClosed(1, 8).forEach(i -> timelines.store(room, ADA, "m" + i, "text " + i));

        topics.publish(
                timelines.announce(room, 1),
                timelines.announce(room, 2),
                timelines.announce(room, 1),
                timelines.announce(room, 6),
                timelines.announce(room, 3),
                timelines.announce(room, 7),
                timelines.announce(room, 7),
                timelines.announce(room, 8));

        await().until(() -> ada.seqs(room).size() == 8);
        assertThat(ada.seqs(room)).isEqualTo(upTo(8));
    }

    @Test
    void entriesThatComeWhileARoomIsOpeningAreNotLost() {
        var room = Neighbours.ROOMS.group(ADA);
        var ada = as(ADA);
        store(room, 2);
        Neighbours.TIMELINES.delay(Duration.ofMillis(300));

        ada.send("{'type':'room.open','ref':'o','room':'%s','epoch':1,'after':0}", room);
        IntStream.rangeClosed(1, 30).forEach(i -> topics.publish(Neighbours.TIMELINES.store(room, BEN, "n" + i, "n")));

        var opened = ada.answer("o");
        var first = opened.get("entries").size();
        await().until(() -> first + ada.seqs(room).size() == 32);
        assertThat(ada.seqs(room)).isEqualTo(upTo(32).subList(first, 32));
    }

    @Test
    void repetitionOfAnOldEntryDoesNotPassForTheEndOfTheTimeline() {
        var room = Neighbours.ROOMS.group(ADA, BEN);
        store(room, 30);
        var ada = as(ADA);
        ada.open(room, 30);
        topics.publish(Neighbours.TIMELINES.announce(room, 5));
        topics.publish(Neighbours.TIMELINES.store(room, BEN, "after", "the repetition"));
        ada.next("message.sent");

        var opened = as(BEN).open(room, 5);

        assertThat(opened.get("entries").size()).isEqualTo(26);
    }

    @Test
    void stormOfOpeningsAsksTheStoreFewTimes() {
        var room = Neighbours.ROOMS.group(ADA, BEN, GRACE);
        store(room, 100);
        as(ADA).open(room, 100); // now the room is known, and nothing has to be asked before its timeline
        var members = List.of(ADA, BEN, GRACE, ADA, BEN, GRACE, ADA, BEN);
        var clients = members.stream().map(this::as).toList();
        Neighbours.TIMELINES.hold();
        var before = Neighbours.TIMELINES.reads();

        clients.forEach(client -> client.send("{'type':'room.open','ref':'o','room':'%s','epoch':1,'after':50}", room));
        clients.forEach(TestSocket::settle);
        Neighbours.TIMELINES.release();

        clients.forEach(
                client -> assertThat(client.answer("o").get("entries").size()).isEqualTo(50));
        assertThat(Neighbours.TIMELINES.reads() - before).isEqualTo(1);
    }

    @Test
    void strangerIsToldTheSameForARoomThatIsThereAndOneThatIsNot() {
        var room = Neighbours.ROOMS.group(ADA);
        var grace = as(GRACE);

        var there = grace.open(room);
        var nowhere = grace.open("r_nowhere");

        assertThat(there.get("code").asString()).isEqualTo("not-a-member");
        assertThat(nowhere.get("message")).isEqualTo(there.get("message"));
        assertThat(nowhere.get("code")).isEqualTo(there.get("code"));
    }

    @Test
    void unreadableRoomIsUnavailableAndCanBeOpenedLater() {
        var room = Neighbours.ROOMS.group(ADA);
        var ada = as(ADA);
        Neighbours.TIMELINES.away(true);
        var failed = ada.open(room);
        Neighbours.TIMELINES.away(false);

        assertThat(failed.get("code").asString()).isEqualTo("unavailable");
        assertThat(ada.open(room, 0).get("type").asString()).isEqualTo("room.opened");
    }

    @Test
    void losingMembershipEndsTheFlowAtOnce() {
        var room = Neighbours.ROOMS.group(ADA, BEN);
        var ada = as(ADA);
        var ben = as(BEN);
        ada.open(room);
        ben.open(room);

        topics.publish(FakeRooms.changed(Neighbours.ROOMS.state(room, "group", 2, "none", ADA)));
        ben.next("room.left");
        topics.publish(Neighbours.TIMELINES.store(room, ADA, "secret", "secret"));

        ada.next("message.sent");
        ben.settle();
        assertThat(ben.seqs(room)).isEmpty();
        assertThat(ben.open(room).get("code").asString()).isEqualTo("not-a-member");
    }
}
