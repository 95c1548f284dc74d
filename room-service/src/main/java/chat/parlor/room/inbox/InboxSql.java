package chat.parlor.room.inbox;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.identity.CallerKind;
import chat.parlor.room.directory.RoomRows;
import chat.parlor.room.domain.Access;
import chat.parlor.room.domain.RoomKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One half of an inbox page, the unread or the read rooms, as SQL. Only fixed text is put together; every value is
/// bound. The order is the same as that of the indexes, so that a page costs what it shows. `unread=true` alone looks
/// without a horizon: who has read nearly everything waits longer for the last unread room.
record InboxSql(String text, Map<String, Object> values) {

    private static final String GUESTS = "r.kind = 'guest'";
    private static final String UNREAD = "r.messages > coalesce(k.ordinal, 0)";
    private static final String UNREAD_MENTION = "exists (select 1 " + Activity.UNREAD_MENTIONS + ")";
    private static final String ORDER = " order by active_at desc, id desc limit ";

    private static final String JOINED = """
            r.kind <> 'backroom' and r.id in (select m.room from room_members m where m.member = :reader)""";

    /// A direct room is found by the name of the other member.
    private static final String SEARCH = """
            (r.kind <> 'direct' and r.name ilike :search or r.last_text ilike :search or exists (
                select 1 from room_members n where r.kind = 'direct' and n.room = r.id and n.member <> :reader
                    and n.name ilike :search))""";

    /// How many of somebody's mentions a list of them looks back.
    private static final int MOST_MENTIONS = 500;

    /// An array, so that the few rooms are looked up and no index over all rooms is walked in search of them.
    private static final String MENTIONED = """
            r.id = any(array(select coalesce(b.frontroom, b.id) from (
                select n.room from mentions n where n.member = :reader order by n.at desc limit %d) newest
                join rooms b on b.id = newest.room))""".formatted(MOST_MENTIONS);

    /// The shortest text whose occurrences an index over groups of three characters can find.
    private static final int INDEXED = 3;

    /// Rooms the reader may know of. Several parts have no room in common.
    ///
    /// @param crowded whether there may be millions; see [Horizon]
    private record Part(String condition, boolean crowded) {}

    static InboxSql half(
            InboxQuery query, Caller reader, boolean unread, @Nullable Cursor after, int limit, Horizon horizon) {
        var text = parts(query, reader).stream()
                        .flatMap(part -> searched(query, part))
                        .map(part -> select(query, unread, after, part) + ORDER + limit)
                        .collect(Collectors.joining(") union all (", "select * from ((", ")) found"))
                + ORDER
                + limit;
        var values = values(query, reader, after, horizon);
        values.keySet().removeIf(name -> !text.contains(":" + name));
        return new InboxSql(text, values);
    }

    private static String select(InboxQuery query, boolean unread, @Nullable Cursor after, Part part) {
        var conditions = new ArrayList<String>();
        conditions.add(part.condition());
        if (query.mentioned()) {
            conditions.add(unread ? UNREAD_MENTION : "not " + UNREAD_MENTION);
        } else {
            halve(query, unread, part, conditions);
        }
        filter(query, conditions);
        if (after != null) {
            conditions.add("(r.active_at, r.id) < (:activeAt, :after)");
        }
        return "select " + RoomRows.COLUMNS + ", " + Activity.COLUMNS
                + " from rooms r left join marks k on k.member = :reader and k.room = r.id where "
                + String.join(" and ", conditions);
    }

    private static void halve(InboxQuery query, boolean unread, Part part, List<String> conditions) {
        var fresh = "r.active_at >= " + (part.crowded() ? ":fresh" : ":window");
        conditions.add(unread ? UNREAD : "not (" + UNREAD + " and " + fresh + ")");
        if (unread && !query.unreadOnly()) {
            conditions.add(fresh);
        }
    }

    /// The rooms the reader may know of: the same rule as [Access#reads], as conditions. Back rooms are not listed.
    private static List<Part> parts(InboxQuery query, Caller reader) {
        var joined = new Part(JOINED, false);
        if (reader.kind() == CallerKind.GUEST) {
            return List.of(new Part(GUESTS + " and r.guest = :reader", false));
        }
        if (!Access.isAgent(reader)) {
            var assigned = GUESTS + " and r.assignee = :reader and r.status = 'assigned'";
            return List.of(joined, new Part(assigned, false));
        }
        var guests = guests(query, reader);
        var kind = query.kind();
        var guestsOnly =
                kind == RoomKind.GUEST || query.status() != null || query.assignee() != null || query.tag() != null;
        if (guestsOnly) {
            return guests;
        }
        return kind == null ? Stream.concat(guests.stream(), Stream.of(joined)).toList() : List.of(joined);
    }

    /// What agents may see of conversations colleagues have is in the room; supervisors see all. Each half has an index
    /// of its own, in which nothing is passed over; where few rooms are looked up anyway it is asked once.
    private static List<Part> guests(InboxQuery query, Caller agent) {
        if (Access.isSupervisor(agent)) {
            return List.of(new Part(GUESTS, true));
        }
        var free = "r.keeper is null";
        var own = "r.keeper = :reader";
        return query.mentioned()
                ? List.of(new Part(GUESTS + " and (" + free + " or " + own + ")", true))
                : List.of(new Part(GUESTS + " and " + free, true), new Part(GUESTS + " and " + own, true));
    }

    /// Millions of names are searched by their index, and apart from them what was said last in the newest rooms: both
    /// in one condition would leave the database to guess, and a wrong guess reads every room there is.
    private static Stream<Part> searched(InboxQuery query, Part part) {
        var search = query.search();
        if (search == null) {
            return Stream.of(part);
        }
        if (!part.crowded()) {
            return Stream.of(new Part(part.condition() + " and " + SEARCH, false));
        }
        var named = part.condition() + " and r.name ilike :search";
        var said = part.condition() + " and r.active_at >= :newest and r.last_text ilike :search"
                + " and r.name not ilike :search";
        var isIndexed = search.codePointCount(0, search.length()) >= INDEXED;
        return Stream.of(
                new Part(isIndexed ? named : named + " and r.active_at >= :newest", true), new Part(said, true));
    }

    private static void filter(InboxQuery query, List<String> conditions) {
        if (query.kind() != null) {
            conditions.add("r.kind = :kind");
        }
        if (query.status() != null) {
            conditions.add("r.status = :status");
        }
        if (query.assignee() != null) {
            conditions.add("r.assignee = :assignee");
        }
        if (query.unassigned()) {
            conditions.add("r.kind = 'guest' and r.assignee is null");
        }
        if (query.mentioned()) {
            conditions.add(MENTIONED);
        }
        if (query.tag() != null) {
            conditions.add("r.tags @> array[:tag::text] and r.kind = 'guest'");
        }
    }

    private static Map<String, Object> values(
            InboxQuery query, Caller reader, @Nullable Cursor after, Horizon horizon) {
        var values = new HashMap<String, Object>();
        values.put("reader", reader.id());
        values.put("window", horizon.window());
        values.put("fresh", horizon.fresh(true));
        values.put("newest", horizon.newest());
        if (query.kind() != null) {
            values.put("kind", query.kind().wire());
        }
        if (query.status() != null) {
            values.put("status", query.status().wire());
        }
        if (query.assignee() != null) {
            values.put("assignee", query.assignee());
        }
        if (query.tag() != null) {
            values.put("tag", query.tag());
        }
        if (query.search() != null) {
            values.put("search", pattern(query.search()));
        }
        if (after != null) {
            values.put("activeAt", after.activeAt());
            values.put("after", after.room());
        }
        return values;
    }

    /// Matches `text` anywhere, its wildcards taken literally.
    static String pattern(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
