package chat.parlor.gateway.news;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.event.Publisher;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.gateway.neighbours.FakeRooms;
import chat.parlor.gateway.neighbours.GatewayUnderTest;
import chat.parlor.gateway.neighbours.Neighbours;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.test.StepVerifier;

@ServiceIT({"spring.config.name=gateway-service", "parlor.gateway.admission.handshakes=1000"})
class VisitorNewsIT extends GatewayUnderTest {

    @Autowired
    Publisher publisher;

    @Test
    void staffWhoHaveTheConversationOpenAreToldAndNobodyElse() {
        var room = FakeRooms.newRoom();
        Neighbours.ROOMS.desk(room, 1, GRACE, ADA);
        var ada = as(ADA);
        var ben = as(BEN);
        var grace = as(GRACE);
        ada.open(room);
        grace.open(room);
        var changed = Map.of(
                "guest", GRACE, "rooms", List.of(room, "r_before"), "at", "2026-03-14T09:26:53.589Z", "page", "secret");

        publisher
                .publish(Event.of("visitor.changed", GRACE, "visitor.changed.v1", changed))
                .as(StepVerifier::create)
                .verifyComplete();

        var told = ada.next("visitor.changed");
        assertThat(told.path("room").asString("")).isEqualTo(room);
        assertThat(told.has("page")).isFalse();
        grace.settle();
        ben.settle();
        assertThat(grace.all("visitor.changed")).isEmpty();
        assertThat(ben.all("visitor.changed")).isEmpty();
    }
}
