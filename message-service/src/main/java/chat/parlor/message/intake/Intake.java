package chat.parlor.message.intake;

import chat.parlor.chassis.event.BatchHandler;
import chat.parlor.chassis.event.Publisher;
import chat.parlor.chassis.event.Received;
import chat.parlor.message.access.Room;
import chat.parlor.message.access.Rooms;
import chat.parlor.message.access.RoomsUnavailable;
import chat.parlor.message.access.Supervisors;
import chat.parlor.message.attachments.Attachments;
import chat.parlor.message.ledger.Ledger;
import chat.parlor.message.reads.ReadMarks;
import chat.parlor.message.timeline.Command;
import chat.parlor.message.timeline.TimelineLimits;
import chat.parlor.message.timeline.Uploads;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The write path: decides on the commands of a batch, stores what they change in one statement, announces it, and
/// only then lets the loop commit its offsets. As a rule that statement is all the batch costs: what it is decided on
/// is remembered from the batches before.
///
/// A crash at any point brings the same batch again. What was stored then is found by its author and id and announced
/// again with the seq it has. Two writers of one room cannot both win: the keys of `entries` let one commit, and the
/// other reads again.
@Component
class Intake implements BatchHandler<Command> {

    private final Ledger ledger;
    private final ReadMarks marks;
    private final Rooms rooms;
    private final Lookup lookup;
    private final Publisher publisher;
    private final IntakeMetrics metrics;
    private final Settings settings;

    Intake(
            Ledger ledger,
            ReadMarks marks,
            Rooms rooms,
            Lookup lookup,
            Publisher publisher,
            IntakeMetrics metrics,
            Settings settings) {
        this.ledger = ledger;
        this.marks = marks;
        this.rooms = rooms;
        this.lookup = lookup;
        this.publisher = publisher;
        this.metrics = metrics;
        this.settings = settings;
    }

    /// What only some commands need to have looked up.
    @Component
    record Lookup(Supervisors supervisors, Attachments attachments) {}

    /// How the write path runs and what it accepts.
    @Component
    record Settings(IntakeProperties intake, TimelineLimits limits, FailPoint failPoint) {}

    @Override
    public void handle(List<Received<Command>> batch) {
        storeWhatIsRecalled(batch)
                .switchIfEmpty(Mono.defer(() -> find(batch).flatMap(this::store)))
                .doOnNext(stored -> settings.failPoint().reach(FailPoint.Place.STORED))
                .flatMap(this::announce)
                .timeout(settings.intake().batchTimeout())
                .block();
        settings.failPoint().reach(FailPoint.Place.ANNOUNCED);
    }

    /// The short way, without a question to the database: when memory holds all the batch needs and nothing in it is to
    /// be refused. Empty otherwise, and when what is stored turns out to be newer.
    private Mono<Decided> storeWhatIsRecalled(List<Received<Command>> batch) {
        return Mono.justOrEmpty(recall(Needs.of(batch)))
                .map(background -> Decided.on(batch, background, settings.limits()))
                .filter(Decided::isPlain)
                .flatMap(this::store)
                .doOnNext(stored -> metrics.countDecided("memory"))
                .onErrorComplete(DataIntegrityViolationException.class);
    }

    private Optional<Background> recall(Needs needs) {
        return needs.canBeRecalled()
                ? rooms.recall(needs.rooms()).flatMap(known -> recall(needs, known))
                : Optional.empty();
    }

    private Optional<Background> recall(Needs needs, Map<String, Room> known) {
        return ledger.recall(needs.entries())
                .map(timelines -> new Background(timelines, known, Set.of(), Uploads.NONE, Set.of()));
    }

    private Mono<Decided> find(List<Received<Command>> batch) {
        var needs = Needs.of(batch);
        return Mono.zip(
                        ledger.find(needs.entries()),
                        rooms.known(needs.rooms()),
                        lookup.attachments().waiting(needs.files()))
                .map(found -> new Background(found.getT1(), found.getT2(), Set.of(), found.getT3(), Set.of()))
                .flatMap(background -> supervise(batch, background))
                .flatMap(background -> decide(batch, background))
                .doOnNext(decided -> metrics.countDecided("store"));
    }

    private Mono<Background> supervise(List<Received<Command>> batch, Background background) {
        return lookup.supervisors()
                .among(Needs.possibleSupervisors(batch, background.rooms()))
                .map(background::supervised);
    }

    private Mono<Decided> decide(List<Received<Command>> batch, Background background) {
        var decided = Decided.on(batch, background, settings.limits());
        var doubtful = decided.doubtful();
        return doubtful.isEmpty()
                ? Mono.just(decided)
                : ask(doubtful, background)
                        .map(news -> background.confirmed(doubtful, news))
                        .flatMap(better -> supervise(batch, better))
                        .map(better -> Decided.on(batch, better, settings.limits()));
    }

    /// While room-service is away the local copies decide; only a room that is not known at all has to wait for it.
    private Mono<Map<String, Room>> ask(Set<String> doubtful, Background background) {
        return rooms.ask(doubtful)
                .onErrorResume(
                        RoomsUnavailable.class,
                        away -> background.knowsAll(doubtful) ? Mono.just(Map.of()) : Mono.error(away));
    }

    private Mono<Decided> store(Decided decided) {
        return ledger.append(decided.timelines()).thenReturn(decided).as(metrics::timed);
    }

    /// Marks are raised while the entries are on their way, so that no acknowledgement waits for them.
    private Mono<Void> announce(Decided decided) {
        return Mono.when(publisher.publishAll(Announcements.of(decided)), raise(decided))
                .doOnSuccess(done -> metrics.count(decided));
    }

    private Mono<Void> raise(Decided decided) {
        return marks.raise(Marks.of(decided))
                .collectList()
                .doOnNext(moved -> metrics.countMarks(moved.size()))
                .flatMap(moved -> publisher.publishAll(Announcements.ofMarks(moved)));
    }
}
