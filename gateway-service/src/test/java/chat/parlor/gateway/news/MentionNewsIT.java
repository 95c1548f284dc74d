package chat.parlor.gateway.news;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.gateway.neighbours.FakeRooms;
import chat.parlor.gateway.neighbours.GatewayUnderTest;
import chat.parlor.gateway.neighbours.Neighbours;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Whoever is mentioned hears of it, and nobody else.
@ServiceIT({"spring.config.name=gateway-service", "parlor.gateway.admission.handshakes=1000"})
class MentionNewsIT extends GatewayUnderTest {

    @Test
    void everyTabOfWhoIsMentionedIsToldAndNobodyElse() {
        var room = Neighbours.ROOMS.group(ADA, BEN, GRACE);
        var ada = as(ADA);
        var ben = as(BEN);
        var phone = as(BEN);
        var grace = as(GRACE);

        topics.publish(mention(room, 1, Neighbours.CLOCK.instant(), ADA, BEN));

        var told = ben.next("mentioned");
        assertThat(told.get("room").asString()).isEqualTo(room);
        assertThat(told.get("message").get("seq").asInt()).isEqualTo(1);
        assertThat(told.get("message").get("text").asString()).isEqualTo("@you");
        assertThat(told.get("message").get("author").get("id").asString()).isEqualTo(ADA);
        assertThat(told.has("frontroom")).isFalse();
        phone.next("mentioned");
        ada.settle();
        grace.settle();
        assertThat(ada.all("mentioned")).isEmpty();
        assertThat(grace.all("mentioned")).isEmpty();
    }

    @Test
    void aNoteNamesTheConversationItStandsBeside() {
        var front = FakeRooms.newRoom();
        var back = Neighbours.ROOMS.backRoom(front);
        var ben = as(BEN);

        topics.publish(mention(back, 1, Neighbours.CLOCK.instant(), ADA, BEN));

        assertThat(ben.next("mentioned").get("frontroom").asString()).isEqualTo(front);
    }

    @Test
    void whoMayNotReadTheRoomAndWhatIsOldAreNoNews() {
        var closed = Neighbours.ROOMS.group(ADA);
        var room = Neighbours.ROOMS.group(ADA, BEN);
        var ben = as(BEN);
        var now = Neighbours.CLOCK.instant();

        topics.publish(
                mention(closed, 1, now, ADA, BEN),
                mention(room, 1, now.minus(Duration.ofHours(1)), ADA, BEN),
                mention(room, 2, now, ADA, BEN));

        assertThat(ben.next("mentioned").get("message").get("seq").asInt()).isEqualTo(2);
        ben.settle();
        assertThat(ben.all("mentioned")).hasSize(1);
    }

    private static Event mention(String room, int seq, Instant at, String author, String... mentioned) {
        var who = Map.of("id", author, "kind", "account", "name", author.substring(2));
        return Event.of(
                "message.sent",
                room,
                "message.sent.v1",
                Map.of(
                        "room",
                        room,
                        "epoch",
                        1,
                        "seq",
                        seq,
                        "id",
                        "m" + seq,
                        "author",
                        who,
                        "at",
                        at.toString(),
                        "text",
                        "@you",
                        "ordinal",
                        seq,
                        "mentions",
                        List.of(mentioned)));
    }
}
