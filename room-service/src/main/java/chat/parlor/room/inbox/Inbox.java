package chat.parlor.room.inbox;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.outbox.Outbox;
import chat.parlor.room.directory.Rooms;
import chat.parlor.room.domain.Room;
import chat.parlor.room.inbox.InboxStore.Shown;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Shows rooms to their members.
@Component
public final class Inbox {

    private final InboxStore store;
    private final Rooms rooms;
    private final Clock clock;
    private final InboxProperties properties;
    private final Outbox outbox;

    Inbox(InboxStore store, Rooms rooms, Clock clock, InboxProperties properties, Outbox outbox) {
        this.store = store;
        this.rooms = rooms;
        this.clock = clock;
        this.properties = properties;
        this.outbox = outbox;
    }

    /// A page of rooms and where the next begins, if there is one.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<RoomView> items, @Nullable String next) {}

    /// The room as `reader` sees it. Whether the reader may see it is checked by whoever found the room.
    public Mono<RoomView> view(Room room, Caller reader) {
        return store.activity(room, reader.id())
                .defaultIfEmpty(Activity.none(room.updatedAt()))
                .map(activity -> RoomView.of(room, activity, reader));
    }

    /// What was written before `member` came counts as read: here at once, and in the log of record, from which this
    /// can be made anew. Callers bring a transaction.
    public Mono<Void> beginHere(Room room, String member) {
        return store.beginHere(room.id(), member)
                .map(seq -> new ReadCommand(room.id(), member, seq, room.updatedAt()))
                .flatMap(read -> outbox.append(Event.of(ReadCommand.TOPIC, room.id(), ReadCommand.TYPE, read)));
    }

    /// The unread rooms, newest activity first, then the others likewise.
    Mono<Page> list(InboxQuery query, Caller reader) {
        return horizon(query)
                .flatMap(
                        horizon -> found(query, reader, horizon).flatMap(found -> page(query, reader, horizon, found)));
    }

    private Mono<List<Marked>> found(InboxQuery query, Caller reader, Horizon horizon) {
        return store.atOnce(
                unread(query, reader, horizon).flatMap(unread -> completed(query, reader, horizon, unread)));
    }

    private Mono<Horizon> horizon(InboxQuery query) {
        var window = clock.instant().minus(properties.unreadWindow()).truncatedTo(ChronoUnit.DAYS);
        var after = query.after();
        var newest = after == null ? store.newest() : Mono.just(after.newest());
        return newest.map(since -> new Horizon(window, since));
    }

    /// One more than the page holds tells whether there is a next.
    private Mono<List<Marked>> unread(InboxQuery query, Caller reader, Horizon horizon) {
        var after = query.after();
        if (after != null && !after.unread()) {
            return Mono.just(List.of());
        }
        return half(query, reader, true, after, query.limit() + 1, horizon);
    }

    private Mono<List<Marked>> completed(InboxQuery query, Caller reader, Horizon horizon, List<Marked> unread) {
        var rest = query.limit() + 1 - unread.size();
        if (query.unreadOnly() || rest <= 0) {
            return Mono.just(unread);
        }
        var after = query.after();
        return half(query, reader, false, after == null || after.unread() ? null : after, rest, horizon)
                .map(read -> joined(unread, read));
    }

    private Mono<List<Marked>> half(
            InboxQuery query, Caller reader, boolean unread, @Nullable Cursor after, int limit, Horizon horizon) {
        return store.half(InboxSql.half(query, reader, unread, after, limit, horizon))
                .map(found ->
                        found.stream().map(shown -> new Marked(shown, unread)).toList());
    }

    private Mono<Page> page(InboxQuery query, Caller reader, Horizon horizon, List<Marked> found) {
        var page = found.subList(0, Math.min(found.size(), query.limit()));
        var next = found.size() > query.limit() ? page.getLast().cursor(horizon).text() : null;
        var shown = page.stream().map(Marked::shown).toList();
        return store.places(shown.stream().map(Shown::room).toList())
                .map(places -> shown.stream()
                        .map(one -> one.at(places.get(one.room().id())))
                        .toList())
                .flatMap(placed -> views(placed, reader))
                .map(views -> new Page(views, next));
    }

    private Mono<List<RoomView>> views(List<Shown> shown, Caller reader) {
        return rooms.withMembers(shown.stream().map(Shown::room).toList())
                .map(peopled -> IntStream.range(0, peopled.size())
                        .mapToObj(place ->
                                RoomView.of(peopled.get(place), shown.get(place).activity(), reader))
                        .toList());
    }

    /// A room and the half of the list it was found in.
    private record Marked(Shown shown, boolean unread) {
        Cursor cursor(Horizon horizon) {
            return new Cursor(unread, shown.activity().activeAt(), shown.room().id(), horizon.newest());
        }
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
