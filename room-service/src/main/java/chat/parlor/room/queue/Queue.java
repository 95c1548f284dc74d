package chat.parlor.room.queue;

import chat.parlor.room.domain.Room;
import chat.parlor.room.domain.RoomStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What the queue was like lately and is like now.
@Component
public final class Queue {

    private final QueueStore store;
    private final QueueProperties properties;
    private final Clock clock;

    Queue(QueueStore store, QueueProperties properties, Clock clock) {
        this.store = store;
        this.properties = properties;
        this.clock = clock;
    }

    /// Remembers that a guest was taken, when `next` is that turn of `before`. Callers bring the transaction in which
    /// the turn is stored afterwards.
    public Mono<Void> turns(Room before, Room next, Instant now) {
        var from = before.conversation();
        var to = next.conversation();
        if (from == null || to == null || to.assignee() == null) {
            return Mono.empty();
        }
        return from.status() == RoomStatus.QUEUED && to.status() == RoomStatus.ASSIGNED
                ? taken(List.of(next), now)
                : Mono.empty();
    }

    /// Remembers that the guests of `rooms` were taken by the agents who have them in that version. Callers bring the
    /// transaction in which it is stored afterwards.
    public Mono<Void> taken(List<Room> rooms, Instant now) {
        return store.take(rooms, now);
    }

    /// The guests who wait longest, at most `most`, their rooms kept from changing until the transaction ends.
    public Mono<List<Next>> next(int most) {
        return store.next(most).collectList();
    }

    /// How fast the queue moves.
    public Mono<Pace> pace() {
        var now = clock.instant();
        var from = now.minus(properties.window());
        return store.taken(from)
                .filter(taken -> taken.size() >= properties.leastAccepts())
                .flatMap(taken -> paceOf(taken, from, now))
                .defaultIfEmpty(new Pace(null));
    }

    /// When as many were taken as are remembered here, the oldest of them only says where to begin.
    private Mono<Pace> paceOf(List<Taken> taken, Instant from, Instant now) {
        var full = taken.size() == QueueStore.MOST_TAKEN;
        var counted = full ? taken.subList(0, taken.size() - 1) : taken;
        var begin = full ? taken.getLast().at() : from;
        return Mono.zip(store.first().map(Optional::of).defaultIfEmpty(Optional.empty()), store.gone())
                .map(found -> Pace.of(
                        counted, found.getT1().orElse(null), found.getT2(), properties.leastAccepts(), begin, now));
    }

    Mono<QueueNumbers> numbers() {
        return store.numbers(day());
    }

    /// The numbers, and who stands where.
    Mono<QueueChanged> look() {
        return Mono.zip(numbers(), store.line(), pace())
                .map(found -> QueueChanged.of(found.getT1(), places(found.getT2(), found.getT3())));
    }

    private static List<QueueChanged.Place> places(List<QueueStore.Waiting> line, Pace pace) {
        return IntStream.range(0, line.size())
                .mapToObj(index -> place(line.get(index), index + 1, pace))
                .toList();
    }

    private static QueueChanged.Place place(QueueStore.Waiting waiting, long position, Pace pace) {
        return new QueueChanged.Place(waiting.room(), waiting.guest(), position, pace.waitMs(position));
    }

    private Instant day() {
        return LocalDate.ofInstant(clock.instant(), properties.zone())
                .atStartOfDay(properties.zone())
                .toInstant()
                .truncatedTo(ChronoUnit.MILLIS);
    }
}
