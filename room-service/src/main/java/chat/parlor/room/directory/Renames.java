package chat.parlor.room.directory;

import chat.parlor.chassis.event.Received;
import chat.parlor.chassis.event.Subscription;
import chat.parlor.room.domain.Named;
import chat.parlor.room.domain.Room;
import chat.parlor.room.domain.RoomKind;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Shows a renamed account under its new name in all its rooms, one room a transaction.
@Configuration(proxyBeanMethods = false)
class Renames {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private final RoomStore store;
    private final Rooms rooms;
    private final TransactionalOperator transaction;

    Renames(RoomStore store, Rooms rooms, TransactionalOperator transaction) {
        this.store = store;
        this.rooms = rooms;
        this.transaction = transaction;
    }

    @Bean
    Subscription<AccountRenamed> renamesLoop() {
        return Subscription.<AccountRenamed>to("account.changed")
                .named("renames")
                .reading("account.changed.v1", AccountRenamed.class)
                .inGroup()
                .handledBy(this::apply);
    }

    private void apply(List<Received<AccountRenamed>> batch) {
        for (var received : batch) {
            var account = new Named(received.body().id(), received.body().name());
            store.shownOtherwise(account)
                    .collectList()
                    .flatMapIterable(ids -> ids)
                    .concatMap(id -> rename(id, account))
                    .then()
                    .block(PATIENCE);
        }
    }

    private Mono<Room> rename(String id, Named account) {
        return rooms.locked(id)
                .flatMap(room -> rooms.save(renamed(room, account)))
                .as(transaction::transactional);
    }

    static Room renamed(Room room, Named account) {
        var turn = room.conversation();
        if (turn != null) {
            if (turn.assignee() == null || !turn.assignee().id().equals(account.id())) {
                return room;
            }
            return room.with(turn.withAssignee(account));
        }
        var renamed =
                room.eachMember(member -> member.id().equals(account.id()) ? member.called(account.name()) : member);
        return room.kind() == RoomKind.DIRECT ? renamed.called(Room.directName(renamed.members())) : renamed;
    }
}
