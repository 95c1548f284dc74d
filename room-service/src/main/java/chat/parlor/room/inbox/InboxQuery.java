package chat.parlor.room.inbox;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.room.domain.Id;
import chat.parlor.room.domain.RoomKind;
import chat.parlor.room.domain.RoomStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which rooms somebody wants to see.
///
/// @param assignee an account, or null for any; see `unassigned`
/// @param unassigned only rooms that no agent has
/// @param unreadOnly only rooms with unread messages
/// @param mentioned only rooms in which the reader is mentioned; unread are then those with mentions it has not read
/// @param tag the id of a tag, or null for any
/// @param search text that occurs in the name or the last message, or null
/// @param after where the page before ended, or null for the first
/// @param limit rooms per page, 1 to 100
record InboxQuery(
        @Nullable RoomKind kind,
        @Nullable RoomStatus status,
        @Nullable String assignee,
        boolean unassigned,
        boolean unreadOnly,
        boolean mentioned,
        @Nullable String tag,
        @Nullable String search,
        @Nullable Cursor after,
        int limit) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 100;
    private static final int LONGEST_SEARCH = 200;

    /// Reads query parameters; fails with [InboxRefusal.BadQuery] naming each that makes no sense.
    static InboxQuery parse(Map<String, String> parameters, Caller caller) {
        var errors = new ArrayList<FieldError>();
        var assignee = parameters.get("assignee");
        var query = new InboxQuery(
                known(parameters, "kind", RoomKind::from, errors),
                known(parameters, "status", RoomStatus::from, errors),
                assignee == null || assignee.equals("none") ? null : assignee.equals("me") ? caller.id() : assignee,
                "none".equals(assignee),
                Boolean.TRUE.equals(known(parameters, "unread", InboxQuery::flag, errors)),
                Boolean.TRUE.equals(known(parameters, "mentioned", InboxQuery::flag, errors)),
                parameters.get("tag"),
                search(parameters),
                known(parameters, "cursor", Cursor::parse, errors),
                limit(parameters, errors));
        if (assignee != null && !Id.is(assignee)) {
            errors.add(new FieldError("assignee", "expected: an account id, me or none"));
        }
        if (query.tag() != null && !Id.is(query.tag())) {
            errors.add(new FieldError("tag", "expected: the id of a tag"));
        }
        refuseLong(parameters.get("q"), "q", LONGEST_SEARCH, errors);
        if (!errors.isEmpty()) {
            throw new InboxRefusal.BadQuery(List.copyOf(errors));
        }
        return query;
    }

    private static <T> @Nullable T known(
            Map<String, String> parameters,
            String name,
            Function<String, Optional<T>> parser,
            List<FieldError> errors) {
        var text = parameters.get(name);
        if (text == null) {
            return null;
        }
        var value = parser.apply(text);
        if (value.isEmpty()) {
            errors.add(new FieldError(name, "unknown value"));
        }
        return value.orElse(null);
    }

    private static Optional<Boolean> flag(String text) {
        return Set.of("true", "false").contains(text) ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
    }

    private static @Nullable String search(Map<String, String> parameters) {
        var text = parameters.getOrDefault("q", "").replace("\0", "").strip();
        return text.isEmpty() ? null : text;
    }

    private static int limit(Map<String, String> parameters, List<FieldError> errors) {
        var text = parameters.get("limit");
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        var limit = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MOST) {
            errors.add(new FieldError("limit", "expected: 1 to 100"));
        }
        return limit;
    }

    private static void refuseLong(@Nullable String text, String name, int most, List<FieldError> errors) {
        if (text != null && text.length() > most) {
            errors.add(new FieldError(name, "expected: at most " + most + " characters"));
        }
    }
}
