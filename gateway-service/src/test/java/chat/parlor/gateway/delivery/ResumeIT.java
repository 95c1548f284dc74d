package chat.parlor.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.gateway.neighbours.FakeRooms;
import chat.parlor.gateway.neighbours.GatewayUnderTest;
import chat.parlor.gateway.neighbours.Neighbours;
import chat.parlor.gateway.neighbours.SecondNode;
import chat.parlor.gateway.neighbours.TestSocket;
import chat.parlor.gateway.neighbours.TimelineGuarantee;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/// Members who were away, and the nodes they come back to.
@ServiceIT({
    "spring.config.name=gateway-service",
    "parlor.gateway.admission.handshakes=1000",
    "parlor.gateway.commands.sends=1000"
})
@TestInstance(Lifecycle.PER_CLASS)
class ResumeIT extends GatewayUnderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Started when first needed: it takes some seconds.
    private @Nullable SecondNode second;

    @Autowired
    Environment environment;

    @AfterAll
    void closeSecondNode() {
        if (second != null) {
            second.close();
        }
    }

    private SecondNode secondNode() {
        if (second == null) {
            second = SecondNode.beside(environment);
        }
        return second;
    }

    private TestSocket on(SecondNode node, String member) {
        return keep(TestSocket.as(node.port(), member));
    }

    private static void store(String room, int messages) {
        IntStream.range(0, messages).forEach(i -> Neighbours.TIMELINES.store(room, BEN, "old-" + i, "old"));
    }

    private void say(String room, int from, int to) {
        IntStream.range(from, to)
                .forEach(i -> topics.publish(Neighbours.TIMELINES.store(room, BEN, "live-" + i, "live " + i)));
    }

    private static void hears(TestSocket client, String room, int seq) {
        hears(List.of(), client, room, seq);
    }

    /// Waits until a member has everything up to `seq`, with what it had heard on another socket before.
    private static void hears(List<JsonNode> before, TestSocket client, String room, int seq) {
        await().atMost(PATIENCE)
                .until(() -> new TimelineGuarantee(room)
                                .heard(before)
                                .heard(client.received())
                                .last()
                        == seq);
    }

    private static List<Integer> seqs(JsonNode opened) {
        return StreamSupport.stream(opened.get("entries").spliterator(), false)
                .map(entry -> entry.get("seq").asInt())
                .toList();
    }

    private static List<Integer> range(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 999, 1_000})
    void whatWasMissedComesInOneAnswerOfANodeThatNeverSawTheRoom(int missed) {
        var room = Neighbours.ROOMS.group(ADA);
        store(room, 1_200);

        var opened = as(ADA).open(room, 1_200 - missed);

        assertThat(opened.get("result").asString()).isEqualTo("resumed");
        assertThat(seqs(opened)).isEqualTo(range(1_201 - missed, 1_200));
    }

    @Test
    void whoMissedMoreThanThatGetsTheNewestPageAndGoesOnFromThere() {
        var room = Neighbours.ROOMS.group(ADA);
        store(room, 1_200);
        var ada = as(ADA);

        var opened = ada.open(room, 199);
        say(room, 0, 3);

        assertThat(opened.get("result").asString()).isEqualTo("snapshot");
        assertThat(seqs(opened)).isEqualTo(range(1_151, 1_200));
        hears(ada, room, 1_203);
    }

    @Test
    void positionFromBeforeARestorationIsASnapshotAndGoesOnFromThere() {
        var room = Neighbours.ROOMS.group(ADA, BEN);
        store(room, 20);
        as(BEN).open(room, 20); // the node remembers the timeline as it was
        Neighbours.TIMELINES.restore(room, 15);
        var ada = as(ADA);

        say(room, 0, 1);
        var opened = ada.open(room, 12);
        say(room, 1, 3);

        assertThat(opened.get("result").asString()).isEqualTo("snapshot");
        assertThat(opened.get("epoch").asInt()).isEqualTo(2);
        assertThat(seqs(opened)).isEqualTo(range(1, 16));
        hears(ada, room, 18);
    }

    @Test
    void socketThatIsOpenWhileTheTimelineIsRestoredGetsASnapshotUnasked() {
        var room = Neighbours.ROOMS.group(ADA);
        store(room, 20);
        var ada = as(ADA);
        ada.open(room, 20);
        Neighbours.TIMELINES.restore(room, 15);

        say(room, 0, 2);

        var snapshot = ada.await1(frame -> frame.path("epoch").asInt(0) == 2);
        assertThat(snapshot.get("type").asString()).isEqualTo("room.opened");
        assertThat(snapshot.get("result").asString()).isEqualTo("snapshot");
        hears(ada, room, 17);
    }

    @Test
    void whoWasRemovedMeanwhileIsToldSoOnEveryNode() {
        var room = Neighbours.ROOMS.group(ADA, BEN);
        store(room, 3);
        var ada = as(ADA);
        ada.open(room);
        var before = as(BEN);
        before.open(room, 3);
        before.close();
        Neighbours.ROOMS.put(room, "group", 2, "none", ADA);

        topics.publish(FakeRooms.changed(Neighbours.ROOMS.state(room, "group", 2, "none", ADA)));
        ada.await1(frame -> frame.path("room").path("version").asInt(0) == 2);
        topics.publish(Neighbours.TIMELINES.store(room, ADA, "secret", "secret"));
        ada.next("message.sent");
        var here = as(BEN);
        var there = on(secondNode(), BEN);

        for (var ben : List.of(here, there)) {
            assertThat(ben.open(room, 3).get("code").asString()).isEqualTo("not-a-member");
            assertThat(ben.received().toString()).doesNotContain("secret");
        }
    }

    @Test
    void memberWhoMovesBetweenTwoNodesHasEveryEntryOnce() {
        var room = Neighbours.ROOMS.group(ADA, BEN);
        var there = secondNode();
        var heard = new ArrayList<JsonNode>();
        var last = 0;

        for (var turn = 0; turn < 6; turn++) {
            try (var ada = turn % 2 == 0 ? as(ADA) : on(there, ADA)) {
                ada.open(room, last);
                say(room, turn * 10, turn * 10 + 7);
                hears(heard, ada, room, turn * 10 + 7);
                heard.addAll(ada.received());
            }
            last = turn * 10 + 7;
            say(room, turn * 10 + 7, turn * 10 + 10);
        }
        var ada = on(there, ADA);
        ada.open(room, last);
        hears(heard, ada, room, 60);
        heard.addAll(ada.received());

        new TimelineGuarantee(room).heard(heard).holds(1, 60);
    }

    @Test
    void membersOnDifferentNodesHearEachOther() {
        var room = Neighbours.ROOMS.group(ADA, BEN);
        var there = secondNode();
        var ada = as(ADA);
        var ben = on(there, BEN);
        ada.open(room, 0);
        ben.open(room, 0);

        ada.send("{'type':'message.send','ref':'1','room':'%s','id':'a','text':'from here'}", room);
        ada.answer("1");
        ben.send("{'type':'message.send','ref':'1','room':'%s','id':'b','text':'from there'}", room);

        assertThat(ben.answer("1").get("seq").asInt()).isEqualTo(2);
        hears(ada, room, 2);
        hears(ben, room, 2);
    }

    @Test
    void memberOfALeavingNodeIsSentAwayAndLosesNothingAtTheOther() {
        var room = Neighbours.ROOMS.group(ADA, BEN);
        var leaving = SecondNode.beside(environment);
        var ada = on(leaving, ADA);
        ada.open(room, 0);
        say(room, 0, 5);
        hears(ada, room, 5);

        leaving.close();
        say(room, 5, 9);
        var moved = as(ADA);
        var opened = moved.open(room, 5);
        say(room, 9, 10);

        assertThat(ada.next("error").get("retryAfterMs").asLong()).isBetween(0L, 5_000L);
        assertThat(ada.closeCode()).isEqualTo(1012);
        assertThat(seqs(opened)).isEqualTo(range(6, 9));
        hears(ada.received(), moved, room, 10);
    }
}
