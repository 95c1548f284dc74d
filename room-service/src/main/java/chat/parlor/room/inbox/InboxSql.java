package chat.parlor.room.inbox;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.identity.CallerKind;
import chat.parlor.room.directory.RoomRows;
import chat.parlor.room.domain.Access;
import chat.parlor.room.domain.RoomKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One half of an inbox page, the unread or the read rooms, as SQL. Only fixed text is put together; every value is
/// bound. The order is the same as that of the indexes, so that a page costs what it shows.
record InboxSql(String text, Map<String, Object> values) {

    private static final String UNREAD = "r.messages > coalesce(k.ordinal, 0)";
    private static final String FRESH = "r.active_at >= :since";

    /// A direct room is found by the name of the other member.
    private static final String SEARCH = """
            (r.kind <> 'direct' and r.name ilike :search or r.last_text ilike :search or exists (
                select 1 from room_members n where r.kind = 'direct' and n.room = r.id and n.member <> :reader
                    and n.name ilike :search))""";

    /// @param since unread rooms that have been silent for longer stand among the others, so that looking for unread
    ///     ones ends there and not at the first room ever
    static InboxSql half(
            InboxQuery query, Caller reader, boolean unread, @Nullable Cursor after, int limit, Instant since) {
        var conditions = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        values.put("reader", reader.id());
        conditions.add(scope(query, reader));
        conditions.add(unread ? UNREAD : "not (" + UNREAD + " and " + FRESH + ")");
        if (!query.unreadOnly()) {
            values.put("since", since);
        }
        if (unread && !query.unreadOnly()) {
            conditions.add(FRESH);
        }
        filter(query, conditions, values);
        if (after != null) {
            conditions.add("(r.active_at, r.id) < (:activeAt, :after)");
            values.put("activeAt", after.activeAt());
            values.put("after", after.room());
        }
        return new InboxSql(text(conditions, limit), values);
    }

    private static String text(List<String> conditions, int limit) {
        return "select " + RoomRows.COLUMNS + ", " + Activity.COLUMNS
                + " from rooms r left join marks k on k.member = :reader and k.room = r.id where "
                + String.join(" and ", conditions)
                + " order by r.active_at desc, r.id desc limit " + limit;
    }

    /// The rooms the reader may know of: the same rule as [Access#reads], as a condition. Back rooms are not listed.
    private static String scope(InboxQuery query, Caller reader) {
        var joined = "r.id in (select m.room from room_members m where m.member = :reader)";
        if (reader.kind() == CallerKind.GUEST) {
            return "r.kind = 'guest' and r.guest = :reader";
        }
        if (!Access.isAgent(reader)) {
            return "(r.kind <> 'backroom' and (" + joined + " or r.kind = 'guest' and r.assignee = :reader"
                    + " and r.status = 'assigned'))";
        }
        var kind = query.kind();
        var guestsOnly = kind == RoomKind.GUEST || query.status() != null || query.assignee() != null;
        if (guestsOnly) {
            return "r.kind = 'guest'";
        }
        return kind == null ? "r.kind <> 'backroom' and (r.kind = 'guest' or " + joined + ")" : joined;
    }

    private static void filter(InboxQuery query, List<String> conditions, Map<String, Object> values) {
        if (query.kind() != null) {
            conditions.add("r.kind = :kind");
            values.put("kind", query.kind().wire());
        }
        if (query.status() != null) {
            conditions.add("r.status = :status");
            values.put("status", query.status().wire());
        }
        if (query.assignee() != null) {
            conditions.add("r.assignee = :assignee");
            values.put("assignee", query.assignee());
        }
        if (query.unassigned()) {
            conditions.add("r.kind = 'guest' and r.assignee is null");
        }
        if (query.search() != null) {
            conditions.add(SEARCH);
            values.put("search", pattern(query.search()));
        }
    }

    /// Matches `text` anywhere, its wildcards taken literally.
    static String pattern(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
