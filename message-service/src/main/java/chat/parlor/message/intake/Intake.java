package chat.parlor.message.intake;

import chat.parlor.chassis.event.BatchHandler;
import chat.parlor.chassis.event.Publisher;
import chat.parlor.chassis.event.Received;
import chat.parlor.message.access.Room;
import chat.parlor.message.access.Rooms;
import chat.parlor.message.access.RoomsUnavailable;
import chat.parlor.message.access.Supervisors;
import chat.parlor.message.ledger.Ledger;
import chat.parlor.message.reads.ReadMark;
import chat.parlor.message.reads.ReadMarks;
import chat.parlor.message.timeline.Command;
import chat.parlor.message.timeline.TimelineLimits;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// The write path: decides on the commands of a batch, stores what they change in one transaction, announces it, and
/// only then lets the loop commit its offsets.
///
/// A crash at any point brings the same batch again. What was stored then is found by its author and id and announced
/// again with the seq it has. Two writers of one room cannot both win: the keys of `entries` let one commit, and the
/// other reads again.
@Component
class Intake implements BatchHandler<Command> {

    private final Ledger ledger;
    private final ReadMarks marks;
    private final Rooms rooms;
    private final Supervisors supervisors;
    private final TransactionalOperator transaction;
    private final Publisher publisher;
    private final IntakeMetrics metrics;
    private final Settings settings;

    Intake(
            Ledger ledger,
            ReadMarks marks,
            Rooms rooms,
            Supervisors supervisors,
            TransactionalOperator transaction,
            Publisher publisher,
            IntakeMetrics metrics,
            Settings settings) {
        this.ledger = ledger;
        this.marks = marks;
        this.rooms = rooms;
        this.supervisors = supervisors;
        this.transaction = transaction;
        this.publisher = publisher;
        this.metrics = metrics;
        this.settings = settings;
    }

    /// How the write path runs and what it accepts.
    @Component
    record Settings(IntakeProperties intake, TimelineLimits limits) {}

    @Override
    public void handle(List<Received<Command>> batch) {
        decide(batch)
                .flatMap(decided -> store(decided).flatMap(moved -> announce(decided, moved)))
                .timeout(settings.intake().batchTimeout())
                .block();
    }

    private Mono<Decided> decide(List<Received<Command>> batch) {
        var needs = Needs.of(batch);
        return Mono.zip(ledger.find(needs.entries()), rooms.known(needs.rooms()), supervisors.among(needs.deleters()))
                .map(found -> new Background(found.getT1(), found.getT2(), found.getT3(), Set.of()))
                .flatMap(background -> decide(batch, background));
    }

    private Mono<Decided> decide(List<Received<Command>> batch, Background background) {
        var decided = Decided.on(batch, background, settings.limits());
        var doubtful = decided.doubtful();
        return doubtful.isEmpty()
                ? Mono.just(decided)
                : ask(doubtful, background)
                        .map(news -> background.confirmed(doubtful, news))
                        .map(better -> Decided.on(batch, better, settings.limits()));
    }

    /// While room-service is away the local copies decide; only a room that is not known at all has to wait for it.
    private Mono<Map<String, Room>> ask(Set<String> doubtful, Background background) {
        return rooms.ask(doubtful)
                .onErrorResume(
                        RoomsUnavailable.class,
                        away -> background.knowsAll(doubtful) ? Mono.just(Map.of()) : Mono.error(away));
    }

    private Mono<List<ReadMark>> store(Decided decided) {
        var wanted = Marks.of(decided);
        if (wanted.isEmpty() && !decided.adds()) {
            return Mono.just(List.of());
        }
        return ledger.append(decided.timelines())
                .then(Mono.defer(() -> marks.raise(wanted).collectList()))
                .as(transaction::transactional)
                .as(metrics::timed);
    }

    private Mono<Void> announce(Decided decided, List<ReadMark> moved) {
        return publisher
                .publishAll(Announcements.of(decided, moved))
                .doOnSuccess(done -> metrics.count(decided, moved.size()));
    }
}
