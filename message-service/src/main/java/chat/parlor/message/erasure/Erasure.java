package chat.parlor.message.erasure;

import chat.parlor.chassis.event.BatchHandler;
import chat.parlor.chassis.event.Publisher;
import chat.parlor.chassis.event.Received;
import chat.parlor.message.access.Rooms;
import chat.parlor.message.attachments.FilesOfRooms;
import chat.parlor.message.ledger.Ledger;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Erases the timelines and files of rooms that are gone, and says so. In a thread of its own, so nobody who writes
/// waits for it. Every step may be repeated: after a crash the same news comes again and what is left is erased.
@Component
class Erasure implements BatchHandler<RoomsGone> {

    private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Rooms rooms;
    private final Ledger ledger;
    private final FilesOfRooms files;
    private final ErasedTable erased;
    private final Publisher publisher;
    private final MeterRegistry meters;
    private final Clock clock;

    Erasure(
            Rooms rooms,
            Ledger ledger,
            FilesOfRooms files,
            ErasedTable erased,
            Publisher publisher,
            MeterRegistry meters,
            Clock clock) {
        this.rooms = rooms;
        this.ledger = ledger;
        this.files = files;
        this.erased = erased;
        this.publisher = publisher;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public void handle(List<Received<RoomsGone>> batch) {
        batch.forEach(news -> erase(news.body()).block(PATIENCE));
    }

    private Mono<Void> erase(RoomsGone news) {
        var erasing =
                Flux.fromIterable(news.rooms()).concatMap(this::erase).then(Mono.defer(() -> erased.sum(ids(news))));
        return switch (news) {
            case RoomsErased ofGuest -> erasing.flatMap(sum -> announce(ofGuest, sum));
            case RoomsExpired old -> erasing.doOnNext(sum -> expired(old, sum)).then();
        };
    }

    private Mono<Void> announce(RoomsErased news, ErasedTable.Sum sum) {
        return publisher
                .publish(announcement(news, sum).event())
                .then()
                .doOnSuccess(done -> LOG.info("timelines erased erasure={}", news.erasure()));
    }

    /// Nobody waits to hear of it. Counted again when the same news comes again after a crash.
    private void expired(RoomsExpired news, ErasedTable.Sum sum) {
        meters.counter("parlor.retention.entries").increment((double) sum.entries());
        meters.counter("parlor.retention.files").increment((double) sum.files());
        LOG.info(
                "old timelines erased rooms={} entries={} files={} bytes={}",
                ids(news),
                sum.entries(),
                sum.files(),
                sum.bytes());
    }

    /// Who may write is said first: whoever is turned away does not even try.
    private Mono<Void> erase(Gone room) {
        return rooms.empty(room.id(), room.version())
                .then(Mono.defer(() -> ledger.erase(room.id())))
                .then(Mono.defer(() -> files.erase(room.id(), erased::count)));
    }

    private TimelinesErased announcement(RoomsErased news, ErasedTable.Sum sum) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new TimelinesErased(news.erasure(), news.guest(), sum.entries(), sum.files(), sum.bytes(), now);
    }

    private static List<String> ids(RoomsGone news) {
        return news.rooms().stream().map(Gone::id).toList();
    }
}
