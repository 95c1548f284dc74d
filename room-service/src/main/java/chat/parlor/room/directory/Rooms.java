package chat.parlor.room.directory;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.outbox.Outbox;
import chat.parlor.room.domain.Access;
import chat.parlor.room.domain.Id;
import chat.parlor.room.domain.Notice;
import chat.parlor.room.domain.Room;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// All rooms. What is created or saved here is announced in the same transaction, so callers bring one.
@Component
public final class Rooms {

    private final RoomStore store;
    private final Outbox outbox;
    private final Clock clock;

    Rooms(RoomStore store, Outbox outbox, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// The room called `id`; empty when there is none.
    public Mono<Room> find(String id) {
        return Id.is(id) ? store.find(id) : Mono.empty();
    }

    /// The room called `id`; fails with [RoomRefusal.NotAMember] when the caller may not read it or there is none.
    public Mono<Room> visible(String id, Caller caller) {
        return checked(find(id), caller);
    }

    /// Like [#visible], and keeps everyone else from changing it until the transaction ends.
    public Mono<Room> locked(String id, Caller caller) {
        return checked(locked(id), caller);
    }

    /// Like [#locked], for who would take it; see [Access#claims].
    public Mono<Room> lockedToClaim(String id, Caller caller) {
        return locked(id)
                .filter(found -> Access.claims(caller, found))
                .switchIfEmpty(Mono.error(RoomRefusal.NotAMember::new));
    }

    /// The room called `id`, kept from changing until the transaction ends; empty when there is none.
    public Mono<Room> locked(String id) {
        return Id.is(id) ? store.lock(id) : Mono.empty();
    }

    /// The rooms of `ids` that exist, in no order.
    public Mono<List<Room>> findAll(Collection<String> ids) {
        return store.findAll(ids.stream().filter(Id::is).toList());
    }

    /// The direct room of two accounts; empty when they have none.
    public Mono<Room> findDirect(String one, String other) {
        return store.findDirect(Pair.of(one, other));
    }

    /// The ids of the rooms of a guest, oldest first.
    public Flux<String> ofGuest(String guest) {
        return Id.is(guest) ? store.ofGuest(guest) : Flux.empty();
    }

    /// The rooms with those members that lie in their own table, in the order given.
    public Mono<List<Room>> withMembers(List<Room> rooms) {
        return store.withMembers(rooms);
    }

    /// Stores and announces a new room. Empty, and nothing is announced, when its id or its pair exists already.
    public Mono<Room> create(Room room, Notice... notices) {
        return store.insert(room)
                .filter(Boolean::booleanValue)
                .flatMap(isNew -> announce(room, true, notices).thenReturn(room));
    }

    /// Stores and announces the next version of a locked room, and answers it.
    public Mono<Room> save(Room changed, Notice... notices) {
        var next = changed.changedAt(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return store.update(next).then(announce(next, false, notices)).thenReturn(next);
    }

    /// Stores and announces the next versions of locked guest rooms that were only given to an agent, many at once.
    public Mono<List<Room>> saveAssigned(List<Noted> changed) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var next =
                changed.stream().map(one -> one.with(one.room().changedAt(now))).toList();
        var rooms = next.stream().map(Noted::room).toList();
        var events = next.stream().flatMap(one -> events(one.room(), false, one.notice()).stream());
        return store.assign(rooms)
                .then(outbox.append(events.toArray(Event[]::new)))
                .thenReturn(rooms);
    }

    /// Removes a locked room and announces its last state, in which nobody is left and nothing is said. What else is
    /// kept of the room is the caller's to remove.
    ///
    /// @return the version of the last state
    public Mono<Long> erase(Room room) {
        var last = RoomState.ofErased(room.changedAt(clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        return store.delete(room.id())
                .then(Mono.defer(
                        () -> outbox.append(Event.of(DirectoryTopics.STATE, room.id(), RoomState.STATE, last))))
                .thenReturn(last.version());
    }

    private Mono<Room> checked(Mono<Room> room, Caller caller) {
        return room.filter(found -> Access.reads(caller, found)).switchIfEmpty(Mono.error(RoomRefusal.NotAMember::new));
    }

    private Mono<Void> announce(Room room, boolean isNew, Notice... notices) {
        return outbox.append(events(room, isNew, notices).toArray(Event[]::new));
    }

    /// The order matters: who hears of a notice already knows the state it tells of.
    private static List<Event> events(Room room, boolean isNew, Notice... notices) {
        var events = new ArrayList<Event>();
        var state = RoomState.of(room);
        if (isNew) {
            events.add(Event.of(DirectoryTopics.CREATED, room.id(), RoomState.CREATED, state));
        }
        events.add(Event.of(DirectoryTopics.STATE, room.id(), RoomState.STATE, state));
        for (var notice : notices) {
            events.add(Event.of(NoticePost.TOPIC, room.id(), NoticePost.TYPE, NoticePost.of(room, notice)));
        }
        return events;
    }
}
