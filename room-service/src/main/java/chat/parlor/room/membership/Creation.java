package chat.parlor.room.membership;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.identity.CallerKind;
import chat.parlor.chassis.ids.Ids;
import chat.parlor.room.accounts.Account;
import chat.parlor.room.accounts.Accounts;
import chat.parlor.room.directory.Rooms;
import chat.parlor.room.domain.Author;
import chat.parlor.room.domain.Member;
import chat.parlor.room.domain.MemberRole;
import chat.parlor.room.domain.Named;
import chat.parlor.room.domain.Notice;
import chat.parlor.room.domain.Room;
import chat.parlor.room.domain.RoomKind;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Makes rooms of accounts.
@Component
class Creation {

    private final Rooms rooms;
    private final Accounts accounts;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final MembershipProperties properties;

    Creation(
            Rooms rooms,
            Accounts accounts,
            TransactionalOperator transaction,
            Clock clock,
            MembershipProperties properties) {
        this.rooms = rooms;
        this.accounts = accounts;
        this.transaction = transaction;
        this.clock = clock;
        this.properties = properties;
    }

    /// A room, and whether it was made now.
    record Made(Room room, boolean isNew) {}

    /// Makes the room, or finds the direct room the two have. Fails with [MembershipRefusal.Invalid] when somebody
    /// named is not an account that can sign in.
    Mono<Made> make(NewRoom body, Caller caller) {
        if (!caller.is(CallerKind.ACCOUNT)) {
            return Mono.error(new MembershipRefusal.NotAllowed("Only accounts make rooms"));
        }
        var wanted = body.wantedBy(caller.id(), properties.maxMembers());
        return accounts.find(wanted.others())
                .map(found -> named(wanted, found))
                .flatMap(others -> wanted.kind() == RoomKind.DIRECT
                        ? direct(new Named(caller.id(), caller.name()), others.getFirst())
                        : peopled(wanted, caller, others));
    }

    private static List<Named> named(NewRoom.Wanted wanted, Map<String, Account> found) {
        return wanted.others().stream()
                .map(id -> {
                    var account = found.get(id);
                    if (account == null || account.disabled()) {
                        throw new MembershipRefusal.Invalid("members", "no such account: " + id);
                    }
                    return new Named(account.id(), account.name());
                })
                .toList();
    }

    /// Two who begin at once both come to the room of whoever was first: the database allows a pair one room.
    private Mono<Made> direct(Named one, Named other) {
        var members = List.of(Member.account(one, MemberRole.MEMBER), Member.account(other, MemberRole.MEMBER));
        var existing = rooms.findDirect(one.id(), other.id()).map(room -> new Made(room, false));
        return existing.switchIfEmpty(
                        Mono.defer(() -> created(room(RoomKind.DIRECT, Room.directName(members), members))))
                .switchIfEmpty(existing);
    }

    private Mono<Made> peopled(NewRoom.Wanted wanted, Caller caller, List<Named> others) {
        var members = new ArrayList<Member>();
        members.add(Member.account(new Named(caller.id(), caller.name()), MemberRole.ADMIN));
        others.forEach(other -> members.add(Member.account(other, MemberRole.MEMBER)));
        var name = wanted.name().orElseGet(() -> RoomName.of(members));
        return created(room(wanted.kind(), name, members), new Notice(Notice.Kind.CREATED, Author.of(caller), null));
    }

    private Mono<Made> created(Room room, Notice... notices) {
        return rooms.create(room, notices).as(transaction::transactional).map(made -> new Made(made, true));
    }

    private Room room(RoomKind kind, String name, List<Member> members) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return Room.ofAccounts(Ids.random("r_"), kind, name, members, now);
    }
}
