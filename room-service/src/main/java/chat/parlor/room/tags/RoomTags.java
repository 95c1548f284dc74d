package chat.parlor.room.tags;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.room.directory.Rooms;
import chat.parlor.room.domain.Access;
import chat.parlor.room.domain.GuestSide;
import chat.parlor.room.domain.Room;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Which tags stand on which guest room. Agents put them on and take them off, whoever has the conversation.
@Component
final class RoomTags {

    private final Rooms rooms;
    private final Tags tags;
    private final TagProperties properties;
    private final TransactionalOperator transaction;

    RoomTags(Rooms rooms, Tags tags, TagProperties properties, TransactionalOperator transaction) {
        this.rooms = rooms;
        this.tags = tags;
        this.properties = properties;
        this.transaction = transaction;
    }

    /// Puts a tag on a room. The same again changes nothing.
    Mono<Room> put(String room, Caller caller, String tag) {
        return changed(room, caller, worn -> with(worn, tag), tags.find(tag).then());
    }

    /// Takes a tag off a room; nothing changes where it does not stand there.
    Mono<Room> takeOff(String room, Caller caller, String tag) {
        return changed(
                room,
                caller,
                worn -> worn.stream().filter(one -> !one.equals(tag)).toList(),
                Mono.empty());
    }

    private List<String> with(List<String> worn, String tag) {
        if (worn.contains(tag)) {
            return worn;
        }
        if (worn.size() >= properties.mostOnARoom()) {
            throw new TagRefusal.TooMany(properties.mostOnARoom());
        }
        var all = new ArrayList<>(worn);
        all.add(tag);
        return all;
    }

    private Mono<Room> changed(String room, Caller caller, UnaryOperator<List<String>> change, Mono<Void> check) {
        return rooms.locked(room, caller)
                .doOnNext(found -> require(caller))
                .delayUntil(found -> check)
                .flatMap(found -> changed(found, change))
                .as(transaction::transactional);
    }

    private Mono<Room> changed(Room room, UnaryOperator<List<String>> change) {
        var labels = side(room).labels();
        var next = change.apply(labels.tags());
        return next.equals(labels.tags()) ? Mono.just(room) : rooms.save(room.with(labels.withTags(next)));
    }

    private static void require(Caller caller) {
        if (!Access.isAgent(caller)) {
            throw new TagRefusal.NotAllowed("Only agents put tags on conversations");
        }
    }

    private static GuestSide side(Room room) {
        var side = room.guestSide();
        if (side == null) {
            throw new TagRefusal.NoGuest();
        }
        return side;
    }
}
