package chat.parlor.room.membership;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.room.accounts.Account;
import chat.parlor.room.accounts.Accounts;
import chat.parlor.room.directory.Rooms;
import chat.parlor.room.domain.Author;
import chat.parlor.room.domain.Member;
import chat.parlor.room.domain.MemberRole;
import chat.parlor.room.domain.Named;
import chat.parlor.room.domain.Notice;
import chat.parlor.room.domain.Room;
import chat.parlor.room.inbox.Inbox;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Changes who belongs to a room. The room's row is locked meanwhile.
@Component
class Memberships {

    private final Rooms rooms;
    private final Accounts accounts;
    private final Inbox inbox;
    private final TransactionalOperator transaction;
    private final MembershipProperties properties;

    Memberships(
            Rooms rooms,
            Accounts accounts,
            Inbox inbox,
            TransactionalOperator transaction,
            MembershipProperties properties) {
        this.rooms = rooms;
        this.accounts = accounts;
        this.inbox = inbox;
        this.transaction = transaction;
        this.properties = properties;
    }

    /// Adds the account or changes what it is in the room.
    ///
    /// @param role what it shall be; unchanged when absent
    /// @param muted whether it may write; unchanged when absent
    Mono<Room> put(String room, Caller caller, String account, @Nullable MemberRole role, @Nullable Boolean muted) {
        return rooms.visible(room, caller)
                .flatMap(found -> found.member(account).isPresent()
                        ? change(room, caller, account, role, muted)
                        : add(room, caller, account, role));
    }

    /// Takes the account out of the room; nothing changes when it is not in it.
    Mono<Room> remove(String room, Caller caller, String account) {
        return changed(
                room,
                caller,
                found -> found.member(account)
                        .map(member ->
                                save(found, MembershipRules.remove(found, caller.id(), member), left(caller, member)))
                        .orElseGet(() -> refuseOrKeep(found, caller)));
    }

    /// Calls the room something else.
    Mono<Room> rename(String room, Caller caller, String name) {
        var notice = new Notice(Notice.Kind.RENAMED, Author.of(caller), null);
        return changed(room, caller, found -> save(found, MembershipRules.rename(found, caller.id(), name), notice));
    }

    /// Who may not add does not learn which accounts there are.
    private Mono<Room> add(String room, Caller caller, String account, @Nullable MemberRole role) {
        var most = properties.maxMembers();
        return rooms.visible(room, caller)
                .doOnNext(found -> MembershipRules.add(found, caller.id(), new Named(account, account), role, most))
                .flatMap(found -> accounts.find(account))
                .filter(known -> !known.disabled())
                .switchIfEmpty(Mono.error(() -> new MembershipRefusal.Invalid("account", "no such account")))
                .flatMap(known -> changed(room, caller, found -> admitted(found, caller, known, role)));
    }

    private Mono<Room> admitted(Room room, Caller caller, Account account, @Nullable MemberRole role) {
        if (room.member(account.id()).isPresent()) {
            return Mono.just(room);
        }
        var named = new Named(account.id(), account.name());
        var next = MembershipRules.add(room, caller.id(), named, role, properties.maxMembers());
        return save(room, next, new Notice(Notice.Kind.JOINED, Author.of(caller), named))
                .delayUntil(saved -> inbox.beginHere(saved, account.id()));
    }

    private Mono<Room> change(
            String room, Caller caller, String account, @Nullable MemberRole role, @Nullable Boolean muted) {
        return changed(
                room,
                caller,
                found -> found.member(account)
                        .map(member -> save(found, MembershipRules.change(found, caller.id(), member, role, muted)))
                        .orElseGet(() -> Mono.just(found)));
    }

    private static Mono<Room> refuseOrKeep(Room room, Caller caller) {
        MembershipRules.rename(room, caller.id(), room.name());
        return Mono.just(room);
    }

    private Mono<Room> save(Room before, Room after, Notice... notices) {
        return after.equals(before) ? Mono.just(before) : rooms.save(after, notices);
    }

    private Mono<Room> changed(String room, Caller caller, Function<Room, Mono<Room>> change) {
        return rooms.locked(room, caller).flatMap(change).as(transaction::transactional);
    }

    private static Notice left(Caller caller, Member member) {
        return new Notice(Notice.Kind.LEFT, Author.of(caller), new Named(member.id(), member.name()));
    }
}
