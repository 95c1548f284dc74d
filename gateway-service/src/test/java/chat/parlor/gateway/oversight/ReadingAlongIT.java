package chat.parlor.gateway.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.gateway.neighbours.FakeRooms;
import chat.parlor.gateway.neighbours.GatewayUnderTest;
import chat.parlor.gateway.neighbours.Neighbours;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceIT("spring.config.name=gateway-service")
class ReadingAlongIT extends GatewayUnderTest {

    @Autowired
    DatabaseClient database;

    @Test
    void readingAColleaguesConversationIsAuditedOnceAndOnesOwnNever() {
        var room = FakeRooms.newRoom();
        Neighbours.ROOMS.desk(room, 1, GRACE, BEN);
        var ada = as(ADA);

        ada.open(room);
        await().until(() -> readers(room).equals(List.of(ADA)));
        ada.open(room);
        timeline(ADA, room);
        as(BEN).open(room);
        as(GRACE).open(room);

        // What comes later in the log shows that nothing came in between.
        var other = FakeRooms.newRoom();
        Neighbours.ROOMS.desk(other, 1, GRACE, ADA);
        as(BEN).open(other);
        await().until(() -> readers(other).equals(List.of(BEN)));
        assertThat(readers(room)).containsExactly(ADA);
    }

    @Test
    void askingForTheTimelineIsReadingToo() {
        var room = FakeRooms.newRoom();
        Neighbours.ROOMS.desk(room, 1, GRACE, BEN);

        timeline(ADA, room);

        await().until(() -> readers(room).equals(List.of(ADA)));
    }

    @Test
    void whatIsNotForOnesEyesIsNotRead() {
        var kept = FakeRooms.newRoom();
        FakeRooms.kept(Neighbours.ROOMS.desk(kept, 1, GRACE, BEN), BEN);
        var other = FakeRooms.newRoom();
        Neighbours.ROOMS.desk(other, 1, GRACE, BEN);
        var ada = as(ADA);

        assertThat(ada.open(kept).get("code").asString()).isEqualTo("not-a-member");
        timeline(ADA, kept);
        as("a_mona*").open(kept);
        ada.open(other);

        await().until(() -> readers(other).equals(List.of(ADA)));
        await().until(() -> readers(kept).equals(List.of("a_mona")));
    }

    @Test
    void whatNobodyHasYetIsLookedAtByAll() {
        var waiting = FakeRooms.newRoom();
        Neighbours.ROOMS.desk(waiting, 1, GRACE, "");
        var taken = FakeRooms.newRoom();
        Neighbours.ROOMS.desk(taken, 1, GRACE, BEN);
        var ada = as(ADA);

        ada.open(waiting);
        ada.open(taken);

        await().until(() -> readers(taken).equals(List.of(ADA)));
        assertThat(readers(waiting)).isEmpty();
    }

    private void timeline(String account, String room) {
        WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build()
                .get()
                .uri("/api/v1/rooms/{room}/timeline", room)
                .headers(headers -> headers.setBearerAuth(account))
                .exchange()
                .returnResult(Void.class);
    }

    private List<String> readers(String room) {
        return Objects.requireNonNull(
                database.sql("select actor from audit where action = 'conversation-read' and subject = :room")
                        .bind("room", room)
                        .map(row -> Objects.requireNonNull(row.get("actor", String.class)))
                        .all()
                        .collectList()
                        .block());
    }
}
