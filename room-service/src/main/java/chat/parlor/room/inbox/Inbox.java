package chat.parlor.room.inbox;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.room.directory.Rooms;
import chat.parlor.room.domain.Room;
import chat.parlor.room.inbox.InboxStore.Shown;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Shows rooms to their members.
@Component
public final class Inbox {

    private final InboxStore store;
    private final Rooms rooms;

    Inbox(InboxStore store, Rooms rooms) {
        this.store = store;
        this.rooms = rooms;
    }

    /// A page of rooms and where the next begins, if there is one.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<RoomView> items, @Nullable String next) {}

    /// The room as `reader` sees it. Whether the reader may see it is checked by whoever found the room.
    public Mono<RoomView> view(Room room, Caller reader) {
        return store.activity(room.id(), reader.id())
                .defaultIfEmpty(Activity.none(room.updatedAt()))
                .map(activity -> RoomView.of(room, activity, reader));
    }

    /// What was written before `member` came counts as read.
    public Mono<Void> beginHere(Room room, String member) {
        return store.beginHere(room.id(), member);
    }

    /// The unread rooms, newest activity first, then the others likewise.
    Mono<Page> list(InboxQuery query, Caller reader) {
        return unread(query, reader)
                .flatMap(unread -> completed(query, reader, unread))
                .flatMap(found -> page(query, reader, found));
    }

    /// One more than the page holds tells whether there is a next.
    private Mono<List<Marked>> unread(InboxQuery query, Caller reader) {
        var after = query.after();
        if (after != null && !after.unread()) {
            return Mono.just(List.of());
        }
        return store.half(query, reader, true, after, query.limit() + 1).map(found -> marked(found, true));
    }

    private Mono<List<Marked>> completed(InboxQuery query, Caller reader, List<Marked> unread) {
        var rest = query.limit() + 1 - unread.size();
        if (query.unreadOnly() || rest <= 0) {
            return Mono.just(unread);
        }
        var after = query.after();
        return store.half(query, reader, false, after == null || after.unread() ? null : after, rest)
                .map(read -> joined(unread, marked(read, false)));
    }

    private Mono<Page> page(InboxQuery query, Caller reader, List<Marked> found) {
        var shown = found.subList(0, Math.min(found.size(), query.limit()));
        var next = found.size() > query.limit() ? shown.getLast().cursor().text() : null;
        return rooms.withMembers(
                        shown.stream().map(marked -> marked.shown().room()).toList())
                .map(peopled -> new Page(views(peopled, shown, reader), next));
    }

    private static List<RoomView> views(List<Room> peopled, List<Marked> shown, Caller reader) {
        var views = new ArrayList<RoomView>(shown.size());
        for (int place = 0; place < shown.size(); place++) {
            views.add(RoomView.of(peopled.get(place), shown.get(place).shown().activity(), reader));
        }
        return List.copyOf(views);
    }

    /// A room and the half of the list it was found in.
    private record Marked(Shown shown, boolean unread) {
        Cursor cursor() {
            return new Cursor(unread, shown.activity().activeAt(), shown.room().id());
        }
    }

    private static List<Marked> marked(List<Shown> found, boolean unread) {
        return found.stream().map(shown -> new Marked(shown, unread)).toList();
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
