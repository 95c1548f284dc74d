package chat.parlor.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.gateway.neighbours.GatewayUnderTest;
import chat.parlor.gateway.neighbours.Neighbours;
import chat.parlor.gateway.neighbours.TestSocket;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Limits of what a welcomed socket does, each met and passed by one.
@ServiceIT({
    "spring.config.name=gateway-service",
    "parlor.gateway.admission.handshakes=1000",
    "parlor.gateway.socket.frames=6",
    "parlor.gateway.socket.frames-window=3s",
    "parlor.gateway.socket.opening=2",
    "parlor.gateway.commands.most-pending=3",
    "parlor.gateway.delivery.refill-tries=3",
    "parlor.gateway.delivery.refill-pause=10ms",
    "parlor.gateway.typing.pause=300ms"
})
class RatesIT extends GatewayUnderTest {

    private static TestSocket ping(TestSocket client, int number) {
        return client.send("{'type':'ping','ref':'%d'}", number);
    }

    private static TestSocket say(TestSocket client, String room, int number) {
        return client.send("{'type':'message.send','ref':'%1$d','room':'%2$s','id':'m%1$d','text':'x'}", number, room);
    }

    @Test
    void socketSendsSoManyFramesAndNotOneMoreUntilTheWindowIsOver() {
        var client = as("a_frames");
        IntStream.rangeClosed(1, 7).forEach(number -> ping(client, number));

        assertThat(client.answer("5").get("type").asString()).isEqualTo("pong");
        assertThat(client.answer("6").get("type").asString()).isEqualTo("pong");
        var refused = client.answer("7");
        assertThat(refused.get("code").asString()).isEqualTo("too-many");
        assertThat(refused.get("retryAfterMs").asLong()).isBetween(1L, 3_000L);
        Neighbours.CLOCK.advance(Duration.ofSeconds(3));
        ping(client, 8);

        assertThat(client.answer("8").get("type").asString()).isEqualTo("pong");
        client.assertOpen();
    }

    @Test
    void socketOpensSoManyRoomsAtATimeAndTheNextOnlyWhenOneIsOpen() {
        var ada = as(ADA);
        var other = as(BEN);
        Neighbours.TIMELINES.hold();
        var before = Neighbours.TIMELINES.reads();
        open(ada, 1);
        open(ada, 2);
        await().until(() -> Neighbours.TIMELINES.reads() == before + 2);

        open(ada, 3);
        other.settle();
        Neighbours.TIMELINES.release();

        assertThat(ada.answer("3").get("type").asString()).isEqualTo("room.opened");
        assertThat(Neighbours.TIMELINES.mostAsked()).isEqualTo(2);
    }

    private static void open(TestSocket client, int number) {
        client.send("{'type':'room.open','ref':'%d','room':'%s'}", number, Neighbours.ROOMS.group(ADA));
    }

    @Test
    void nodeWaitsForSoManyOutcomesAndNotForOneMoreUntilTheyAreKnown() {
        var room = Neighbours.ROOMS.group(ADA);
        var ada = as(ADA);
        Neighbours.TIMELINES.mute(true);
        IntStream.rangeClosed(1, 4).forEach(number -> say(ada, room, number));

        assertThat(ada.answer("4").get("code").asString()).isEqualTo("too-many");
        Neighbours.CLOCK.advance(Duration.ofMinutes(1));
        assertThat(ada.answer("3").get("code").asString()).isEqualTo("unknown-outcome");
        Neighbours.TIMELINES.mute(false);
        say(ada, room, 5);

        assertThat(ada.answer("5").get("type").asString()).isEqualTo("message.ack");
        assertThat(ada.refusal("1")).isEqualTo("unknown-outcome");
        assertThat(ada.refusal("2")).isEqualTo("unknown-outcome");
    }

    @Test
    void holeIsAskedForSoOftenAndThenTheSocketIsSentAway() {
        var room = Neighbours.ROOMS.group(BEN);
        var ben = as(BEN);
        ben.open(room, 0);
        Neighbours.TIMELINES.store(room, BEN, "m1", "not announced");
        var second = Neighbours.TIMELINES.store(room, BEN, "m2", "announced");
        Neighbours.TIMELINES.away(true);
        var before = Neighbours.TIMELINES.reads();

        topics.publish(second);

        assertThat(ben.closeCode()).isEqualTo(1013);
        assertThat(Neighbours.TIMELINES.reads() - before).isEqualTo(3);
        assertThat(ben.seqs(room)).isEmpty();
    }

    @Test
    void typingIsToldAgainOnceThePauseIsOver() {
        var room = Neighbours.ROOMS.group(ADA, GRACE);
        var ada = as(ADA);
        var grace = as(GRACE);
        ada.open(room);

        grace.send("{'type':'typing','room':'%s','on':true}", room);
        grace.send("{'type':'typing','room':'%s','on':false}", room);
        grace.settle();
        Neighbours.CLOCK.advance(Duration.ofMillis(300));
        grace.send("{'type':'typing','room':'%s','on':true}", room);

        await().until(() -> ada.all("typing").size() > 1);
        assertThat(ada.all("typing"))
                .extracting(typing -> typing.get("on").asBoolean())
                .containsExactly(true, true);
    }
}
