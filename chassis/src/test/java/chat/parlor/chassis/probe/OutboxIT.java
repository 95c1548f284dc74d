package chat.parlor.chassis.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.outbox.Outbox;
import chat.parlor.chassis.test.ServiceIT;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@ServiceIT("spring.config.name=probe-service")
class OutboxIT {

    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final DatabaseClient database;
    private final ProbeService.Desk desk;

    @Autowired
    OutboxIT(Outbox outbox, TransactionalOperator transaction, DatabaseClient database, ProbeService.Desk desk) {
        this.outbox = outbox;
        this.transaction = transaction;
        this.database = database;
        this.desk = desk;
    }

    @BeforeEach
    void clear() {
        desk.handled.clear();
    }

    @Test
    void committedEventsArriveInOrderAndLeaveTheTable() {
        Flux.range(0, 50)
                .concatMap(n -> outbox.append(note("n" + n)).as(transaction::transactional))
                .as(StepVerifier::create)
                .verifyComplete();

        await().untilAsserted(() -> assertThat(desk.texts())
                .isEqualTo(IntStream.range(0, 50).mapToObj(n -> "n" + n).toList()));
        await().untilAsserted(() -> assertThat(waiting()).isZero());
    }

    @Test
    void rolledBackEventsAreNeverAnnounced() {
        outbox.append(note("ghost"))
                .then(Mono.error(new IllegalStateException("rollback")))
                .as(transaction::transactional)
                .as(StepVerifier::create)
                .verifyErrorMessage("rollback");
        outbox.append(note("real")).as(transaction::transactional).block();

        await().untilAsserted(() -> assertThat(desk.texts()).isEqualTo(List.of("real")));
    }

    @Test
    void appendingOutsideATransactionFails() {
        outbox.append(note("stray")).as(StepVerifier::create).verifyError();
    }

    private Long waiting() {
        return Objects.requireNonNull(database.sql("select count(*) as n from outbox")
                .map(row -> Objects.requireNonNull(row.get("n", Long.class)))
                .one()
                .block());
    }

    private static Event note(String text) {
        return Event.of("notes", "key", "note.v1", new ProbeService.Note("id", text));
    }
}
