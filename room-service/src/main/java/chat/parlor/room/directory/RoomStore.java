package chat.parlor.room.directory;

import chat.parlor.room.domain.Named;
import chat.parlor.room.domain.Room;
import chat.parlor.room.domain.RoomKind;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The tables `rooms` and `room_members`.
@Component
class RoomStore {

    private static final String SELECT = "select " + RoomRows.COLUMNS + " from rooms r ";

    private static final String INSERT = """
            insert into rooms (id, version, kind, name, low, high, status, assignee, assignee_name, fence, queued_at,
                end_asked_at, guest, guest_name, backroom, frontroom, page, origin, created_at, updated_at, active_at,
                turned_at, topics, tags, snoozed_until, rating, rating_comment, rated_at, held,
                keeper)
            values (:id, :version, :kind, :name, :low, :high, :status, :assignee, :assigneeName, :fence, :queuedAt,
                :endAskedAt, :guest, :guestName, :backroom, :frontroom, :page, :origin, :createdAt, :updatedAt,
                :updatedAt, :updatedAt, :topics, :tags, :snoozedUntil, :rating, :ratingComment, :ratedAt, :held,
                :keeper)
            on conflict do nothing
            """;

    private static final String UPDATE = """
            update rooms set version = :version, name = :name, status = :status, assignee = :assignee,
                assignee_name = :assigneeName, fence = :fence, queued_at = :queuedAt,
                end_asked_at = :endAskedAt, snoozed_until = :snoozedUntil, guest_name = :guestName,
                topics = :topics, tags = :tags, rating = :rating, rating_comment = :ratingComment,
                rated_at = :ratedAt, held = :held, keeper = :keeper,
                updated_at = :updatedAt,
                active_at = case when status is distinct from :status::text then greatest(active_at, :updatedAt)
                    else active_at end,
                turned_at = case when status is distinct from :status::text then :updatedAt else turned_at end
            where id = :id
            """;

    private static final String ASSIGN = """
            update rooms r set version = t.version, status = 'assigned', assignee = t.assignee,
                assignee_name = t.assignee_name, fence = t.fence, keeper = t.keeper, updated_at = t.updated_at,
                active_at = greatest(r.active_at, t.updated_at), turned_at = t.updated_at
            from unnest(:rooms::text[], :versions::bigint[], :assignees::text[], :names::text[], :fences::bigint[],
                :keepers::text[], :times::timestamptz[])
                as t (room, version, assignee, assignee_name, fence, keeper, updated_at)
            where r.id = t.room
            """;

    private static final String KEEP_MEMBERS =
            "delete from room_members where room = :room and not (member = any(:members))";

    private static final String PUT_MEMBERS = """
            insert into room_members (room, member, name, role, muted, place)
            select :room, m.member, m.name, m.role, m.muted, m.place
            from unnest(:members::text[], :names::text[], :roles::text[], :muted::boolean[]) with ordinality
                as m (member, name, role, muted, place)
            on conflict (room, member) do update
            set name = excluded.name, role = excluded.role, muted = excluded.muted, place = excluded.place
            """;

    private final DatabaseClient database;

    RoomStore(DatabaseClient database) {
        this.database = database;
    }

    /// The room, kept from changing until the transaction ends; empty when there is none.
    Mono<Room> lock(String id) {
        return database.sql(SELECT + "where r.id = :id for update")
                .bind("id", id)
                .map(RoomRows::room)
                .one()
                .flatMap(this::withMembers);
    }

    Mono<Room> find(String id) {
        return database.sql(SELECT + "where r.id = :id")
                .bind("id", id)
                .map(RoomRows::room)
                .one()
                .flatMap(this::withMembers);
    }

    Mono<List<Room>> findAll(Collection<String> ids) {
        return database.sql(SELECT + "where r.id = any(:ids)")
                .bind("ids", ids.toArray(String[]::new))
                .map(RoomRows::room)
                .all()
                .collectList()
                .flatMap(this::withMembers);
    }

    Mono<Room> findDirect(Pair pair) {
        return database.sql(SELECT + "where r.kind = 'direct' and r.low = :low and r.high = :high")
                .bind("low", pair.low())
                .bind("high", pair.high())
                .map(RoomRows::room)
                .one()
                .flatMap(this::withMembers);
    }

    Flux<String> ofGuest(String guest) {
        return database.sql("select id from rooms where kind = 'guest' and guest = :guest order by created_at, id")
                .bind("guest", guest)
                .map(row -> RoomRows.text(row, "id"))
                .all();
    }

    /// Rooms in which `account` is shown under another name than `name`.
    Flux<String> shownOtherwise(Named account) {
        return database.sql("""
                        select room from room_members where member = :id and name <> :name
                        union select id from rooms where assignee = :id and assignee_name <> :name
                        """)
                .bind("id", account.id())
                .bind("name", account.name())
                .map(row -> RoomRows.text(row, "room"))
                .all();
    }

    /// The rooms with the members that lie in their own table, in the order given.
    Mono<List<Room>> withMembers(List<Room> rooms) {
        var peopled = rooms.stream()
                .filter(room -> room.guestSide() == null && room.kind() != RoomKind.BACKROOM)
                .map(Room::id)
                .toArray(String[]::new);
        if (peopled.length == 0) {
            return Mono.just(rooms);
        }
        return database.sql("select * from room_members where room = any(:rooms) order by room, place")
                .bind("rooms", peopled)
                .map(row -> Map.entry(RoomRows.text(row, "room"), RoomRows.member(row)))
                .all()
                .collectMultimap(Map.Entry::getKey, Map.Entry::getValue, HashMap::new)
                .map(members -> rooms.stream()
                        .map(room -> room.with(List.copyOf(members.getOrDefault(room.id(), List.of()))))
                        .toList());
    }

    private Mono<Room> withMembers(Room room) {
        return withMembers(List.of(room)).map(List::getFirst);
    }

    /// Whether the room was new: false when its id or its pair exists already.
    Mono<Boolean> insert(Room room) {
        return database.sql(INSERT)
                .bindValues(RoomValues.birth(room))
                .bindValues(RoomValues.state(room))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0)
                .flatMap(isNew -> isNew ? putMembers(room).thenReturn(true) : Mono.just(false));
    }

    Mono<Void> update(Room room) {
        return database.sql(UPDATE)
                .bindValues(RoomValues.state(room))
                .fetch()
                .rowsUpdated()
                .then(putMembers(room));
    }

    /// Stores that rooms that waited were given to agents.
    Mono<Void> assign(List<Room> rooms) {
        return database.sql(ASSIGN)
                .bindValues(RoomValues.assignments(rooms))
                .fetch()
                .rowsUpdated()
                .then();
    }

    /// What refers to the room goes with it.
    Mono<Void> delete(String id) {
        return database.sql("delete from rooms where id = :id").bind("id", id).then();
    }

    private Mono<Void> putMembers(Room room) {
        if (room.guestSide() != null || room.kind() == RoomKind.BACKROOM) {
            return Mono.empty();
        }
        var members = RoomValues.members(room);
        return database.sql(KEEP_MEMBERS)
                .bind("room", room.id())
                .bindValues(Map.of("members", Objects.requireNonNull(members.get("members"))))
                .fetch()
                .rowsUpdated()
                .then(database.sql(PUT_MEMBERS)
                        .bind("room", room.id())
                        .bindValues(members)
                        .fetch()
                        .rowsUpdated())
                .then();
    }
}
