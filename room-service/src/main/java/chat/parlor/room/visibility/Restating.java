package chat.parlor.room.visibility;

import chat.parlor.chassis.repeat.Repeating;
import chat.parlor.room.directory.Rooms;
import chat.parlor.room.domain.Room;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Announces again what was announced under another scope, until nothing is left. What is to be done is in the
/// database alone: it outlives this node, and a turn that was decided by the old scope is found too.
@Component
class Restating {

    private static final Logger LOG = LoggerFactory.getLogger(Restating.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final ScopeStore store;
    private final Visibility visibility;
    private final Rooms rooms;
    private final TransactionalOperator transaction;

    Restating(ScopeStore store, Visibility visibility, Rooms rooms, TransactionalOperator transaction) {
        this.store = store;
        this.visibility = visibility;
        this.rooms = rooms;
        this.transaction = transaction;
    }

    @Bean
    Repeating roomsRestated() {
        return Repeating.every(LOOK, "announce rooms by who may see them", this::look);
    }

    private Mono<Void> look() {
        return some().expand(done -> done < ScopeStore.MOST ? Mono.empty() : some())
                .then();
    }

    /// How many there were.
    private Mono<Long> some() {
        return store.behind()
                .collectList()
                .flatMapIterable(rooms -> rooms)
                .concatMap(room -> restated(room).thenReturn(room))
                .count()
                .doOnNext(Restating::tell);
    }

    private Mono<Void> restated(String id) {
        return rooms.locked(id)
                .zipWith(visibility.keeping(), (room, keep) -> new Change(room, keep.apply(room)))
                .filter(Change::isOne)
                .flatMap(change ->
                        rooms.save(change.after()).flatMap(saved -> visibility.follow(change.before(), saved)))
                .as(transaction::transactional);
    }

    /// A room with the keeper it was announced with, and with the one it has.
    private record Change(Room before, Room after) {

        boolean isOne() {
            return !Objects.equals(before.keeper(), after.keeper());
        }
    }

    private static void tell(long done) {
        if (done > 0) {
            LOG.info("rooms announced by who may see them rooms={}", done);
        }
    }
}
