package chat.parlor.room.desk;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.room.accounts.Account;
import chat.parlor.room.accounts.Accounts;
import chat.parlor.room.directory.Noted;
import chat.parlor.room.directory.Rooms;
import chat.parlor.room.domain.Author;
import chat.parlor.room.domain.Conversation;
import chat.parlor.room.domain.Named;
import chat.parlor.room.domain.Room;
import chat.parlor.room.queue.Queue;
import chat.parlor.room.visibility.Visibility;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Gives conversations their turns. The room's row is locked while a turn is decided, so of many at once one wins and
/// the others are told of it.
@Component
public final class Desk {

    private final Rooms rooms;
    private final Accounts accounts;
    private final Absences absences;
    private final Queue queue;
    private final Visibility visibility;
    private final DeskMetrics metrics;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Desk(
            Rooms rooms,
            Accounts accounts,
            Absences absences,
            Queue queue,
            Visibility visibility,
            DeskMetrics metrics,
            TransactionalOperator transaction,
            Clock clock) {
        this.rooms = rooms;
        this.accounts = accounts;
        this.absences = absences;
        this.queue = queue;
        this.visibility = visibility;
        this.metrics = metrics;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Gives the room to the caller. Whoever claims is present, whatever was heard before.
    Mono<Room> claim(String room, Caller caller) {
        var agent = new Named(caller.id(), caller.name());
        return rooms.lockedToClaim(room, caller)
                .doOnNext(found -> DeskAccess.STAFF.require(caller, found))
                .flatMap(found -> decided(found, new DeskCommand.Claim(agent), Author.of(caller)))
                .as(transaction::transactional)
                .delayUntil(claimed -> absences.end(caller.id()))
                .doOnNext(claimed -> metrics.claimed(true))
                .doOnError(DeskRefusal.AlreadyClaimed.class, late -> metrics.claimed(false));
    }

    /// Gives the room to the account `to`. Who may not transfer does not learn which accounts there are.
    Mono<Room> transfer(String room, Caller caller, String to) {
        return rooms.visible(room, caller)
                .doOnNext(found -> DeskAccess.ASSIGNEE_OR_SUPERVISOR.require(caller, found))
                .flatMap(found -> accounts.find(to))
                .filter(Account::canAnswer)
                .switchIfEmpty(Mono.error(DeskRefusal.NoSuchAgent::new))
                .map(account -> new DeskCommand.Transfer(new Named(account.id(), account.name())))
                .flatMap(command -> turn(room, caller, DeskAccess.ASSIGNEE_OR_SUPERVISOR, command));
    }

    /// Gives guests who wait to agents, all or none. Callers bring the transaction in which the rooms are locked.
    public Mono<Void> assign(List<Assignment> assignments) {
        var now = now();
        var turned =
                assignments.stream().map(one -> DeskTurns.assigned(one, now)).toList();
        return queue.taken(turned.stream().map(Noted::room).toList(), now)
                .then(Mono.defer(visibility::keeping))
                .map(keep -> turned.stream()
                        .map(one -> one.with(keep.apply(one.room())))
                        .toList())
                .flatMap(rooms::saveAssigned)
                .delayUntil(saved -> follow(assignments, saved))
                .doOnNext(saved -> metrics.assigned(assignments, now))
                .then();
    }

    /// In the order of the assignments.
    private Mono<Void> follow(List<Assignment> assignments, List<Room> saved) {
        return Flux.zip(Flux.fromIterable(assignments).map(Assignment::room), Flux.fromIterable(saved))
                .concatMap(pair -> visibility.follow(pair.getT1(), pair.getT2()))
                .then();
    }

    /// Does what the caller asks, if the caller may.
    Mono<Room> turn(String room, Caller caller, DeskAccess access, DeskCommand command) {
        return rooms.locked(room, caller)
                .doOnNext(found -> access.require(caller, found))
                .flatMap(found -> decided(found, command, Author.of(caller)))
                .as(transaction::transactional);
    }

    /// Does what happened by itself; empty when the room is gone.
    Mono<Room> turn(String room, DeskCommand command, Author author) {
        return rooms.locked(room)
                .flatMap(found -> decided(found, command, author))
                .as(transaction::transactional);
    }

    private Mono<Room> decided(Room room, DeskCommand command, Author author) {
        var before = room.conversation();
        if (before == null) {
            return Mono.error(new DeskRefusal.NoGuest());
        }
        var now = now();
        return switch (DeskRules.decide(before, command, now)) {
            case Outcome.Changed(var next, var fact) -> changed(room, next, fact, author, now);
            case Outcome.Unchanged() -> Mono.just(room);
            case Outcome.Refused(var refusal) -> Mono.error(refusal);
        };
    }

    private Mono<Room> changed(Room room, Conversation next, DeskFact fact, Author author, Instant now) {
        var turned = room.with(next);
        return queue.turns(room, turned, now)
                .then(Mono.defer(visibility::keeping))
                .flatMap(keep -> rooms.save(keep.apply(turned), DeskTurns.notices(fact, author)))
                .delayUntil(saved -> visibility.follow(room, saved))
                .doOnNext(saved -> metrics.turned(room, saved, now));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
