package chat.parlor.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.event.Event;
import chat.parlor.gateway.neighbours.GatewayUnderTest;
import chat.parlor.gateway.neighbours.Neighbours;
import chat.parlor.gateway.neighbours.RawSocket;
import chat.parlor.gateway.neighbours.TestSocket;
import chat.parlor.gateway.neighbours.TimelineGuarantee;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// That every entry comes once and in order, whatever happens around.
abstract class GuaranteeFacts extends GatewayUnderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ENTRIES = 200;

    private static TimelineGuarantee guarantee(TestSocket client, String room) {
        return new TimelineGuarantee(room).heard(client.received());
    }

    /// Announces every entry with repetitions, holes and swaps; the last one certainly.
    private static List<Event> unruly(String room, Random random) {
        var events = new ArrayList<Event>();
        for (var seq = 1; seq <= ENTRIES; seq++) {
            var event = Neighbours.TIMELINES.store(room, ADA, "m" + seq, "text " + seq);
            if (random.nextInt(10) > 0) {
                events.add(event);
            }
            if (random.nextInt(5) == 0) {
                events.add(Neighbours.TIMELINES.announce(room, 1 + random.nextInt(seq)));
            }
            if (random.nextInt(8) == 0 && events.size() > 2) {
                events.add(events.remove(events.size() - 2));
            }
        }
        events.add(Neighbours.TIMELINES.announce(room, ENTRIES));
        return events;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everySeqComesOnceAndInOrderWhateverTheLogDoes(long seed) {
        var random = new Random(seed);
        var room = Neighbours.ROOMS.group(ADA, BEN);
        Neighbours.TIMELINES.delay(Duration.ofMillis(random.nextInt(20)));
        var clients = new ArrayList<TestSocket>();
        clients.add(as(ADA));
        clients.getFirst().open(room, 0);

        for (var event : unruly(room, random)) {
            topics.publish(event);
            if (random.nextInt(20) == 0 && clients.size() < 8) {
                clients.add(as(BEN));
            }
            var client = clients.get(random.nextInt(clients.size()));
            if (random.nextInt(10) == 0) {
                client.send("{'type':'room.open','room':'%s','epoch':1,'after':%d}", room, behind(client, room));
            }
        }

        for (var client : clients) {
            client.send("{'type':'room.open','room':'%s','epoch':1,'after':%d}", room, behind(client, room));
            await().atMost(PATIENCE).until(() -> guarantee(client, room).last() == ENTRIES);
            guarantee(client, room).holds(1, ENTRIES);
        }
    }

    /// Where a client stands: from there it opens the room again.
    private static long behind(TestSocket client, String room) {
        client.settle();
        return guarantee(client, room).last();
    }

    @Test
    void clientThatStopsReadingIsSentAwayAndNobodyElseNotices() throws IOException {
        var room = Neighbours.ROOMS.group(ADA, BEN);
        var ada = as(ADA);
        ada.open(room);
        var text = "x".repeat(50_000);
        try (var deaf = RawSocket.connect(port, "")) {
            deaf.write(RawSocket.masked(0x81, "{\"type\":\"hello\",\"token\":\"a_ben\"}"));
            deaf.write(RawSocket.masked(0x81, "{\"type\":\"room.open\",\"ref\":\"o\",\"room\":\"" + room + "\"}"));
            while (!deaf.text().contains("room.opened")) {
                // the welcome comes before
            }

            var evicted = meters.counter("parlor.sockets.evicted");
            for (var i = 0; i < 60 && evicted.count() == 0; i++) {
                var batch = i;
                topics.publish(IntStream.range(0, 5)
                        .mapToObj(j -> Neighbours.TIMELINES.store(room, BEN, "m" + batch + "-" + j, text))
                        .toArray(Event[]::new));
                var sent = 5L * (i + 1);
                await().atMost(PATIENCE).until(() -> guarantee(ada, room).last() == sent);
            }

            assertThat(evicted.count()).isEqualTo(1);
        }
        ada.settle();
        ada.assertOpen();
    }
}
