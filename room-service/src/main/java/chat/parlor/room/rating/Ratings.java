package chat.parlor.room.rating;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.identity.CallerKind;
import chat.parlor.room.directory.Rooms;
import chat.parlor.room.domain.Conversation;
import chat.parlor.room.domain.Rating;
import chat.parlor.room.domain.Room;
import chat.parlor.room.domain.RoomStatus;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Takes what guests say of conversations that were closed: once for each closing, and changed for a short time.
@Component
final class Ratings {

    private final Rooms rooms;
    private final RatingStore store;
    private final RatingProperties properties;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Ratings(
            Rooms rooms,
            RatingStore store,
            RatingProperties properties,
            TransactionalOperator transaction,
            Clock clock) {
        this.rooms = rooms;
        this.store = store;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Rates the conversation, or changes its rating. The same again changes nothing, however late.
    Mono<Room> rate(String room, Caller caller, RatingForm form) {
        return rooms.locked(room, caller)
                .doOnNext(found -> require(caller))
                .flatMap(found -> rated(found, form))
                .as(transaction::transactional);
    }

    private Mono<Room> rated(Room room, RatingForm form) {
        var closed = closed(room);
        var before = room.rating();
        var wanted = form.rating(clock.instant().truncatedTo(ChronoUnit.MILLIS), properties.commentCharacters());
        var next = since(wanted, before);
        if (next.equals(before)) {
            return Mono.just(room);
        }
        if (before != null && wanted.ratedAt().isAfter(before.ratedAt().plus(properties.change()))) {
            return Mono.error(new RatingRefusal.Final());
        }
        return store.put(room.id(), closed, next).then(Mono.defer(() -> rooms.save(room.rated(next))));
    }

    /// A change does not make the time for changes begin anew.
    private static Rating since(Rating wanted, @Nullable Rating before) {
        return before == null ? wanted : new Rating(wanted.score(), wanted.comment(), before.ratedAt());
    }

    private static Conversation closed(Room room) {
        var conversation = room.conversation();
        if (conversation == null || conversation.status() != RoomStatus.CLOSED) {
            throw new RatingRefusal.NotClosed();
        }
        return conversation;
    }

    private static void require(Caller caller) {
        if (!caller.is(CallerKind.GUEST)) {
            throw new RatingRefusal.NotAllowed();
        }
    }
}
