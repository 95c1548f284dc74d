package chat.parlor.room.visibility;

import chat.parlor.room.directory.Rooms;
import chat.parlor.room.domain.Conversation;
import chat.parlor.room.domain.Room;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Gives conversations their keepers: whom alone of the agents they are for. Callers bring the transaction in which the
/// rooms are locked.
@Component
public final class Visibility {

    private final ScopeStore store;
    private final Rooms rooms;

    Visibility(ScopeStore store, Rooms rooms) {
        this.store = store;
        this.rooms = rooms;
    }

    /// What gives a guest room its keeper, by what is set now. One who is kept by nobody is for every agent.
    public Mono<UnaryOperator<Room>> keeping() {
        return store.scope().map(scope -> room -> room.keptBy(scope == Scope.ALL ? null : assignee(room)));
    }

    /// Gives the back room of a saved guest room the same keeper, where that is another one than before.
    public Mono<Void> follow(Room before, Room saved) {
        var side = saved.guestSide();
        if (side == null || Objects.equals(before.keeper(), saved.keeper())) {
            return Mono.empty();
        }
        return rooms.locked(side.backroom())
                .flatMap(back -> rooms.save(back.keptBy(saved.keeper())))
                .then();
    }

    private static @Nullable String assignee(Room room) {
        return Optional.ofNullable(room.conversation())
                .map(Conversation::assignee)
                .map(agent -> agent.id())
                .orElse(null);
    }
}
