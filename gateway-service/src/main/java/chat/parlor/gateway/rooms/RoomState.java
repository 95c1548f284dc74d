package chat.parlor.gateway.rooms;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.identity.CallerKind;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A room as room-service announced it (`room.state.v1`); of two states the higher version is the newer.
///
/// @param staff what an agent who is no member may do: none, read or write
/// @param keeper of the staff who is no member only this account and supervisors may read it; absent: all of it, as
///     `staff` says
/// @param topics what the guest wrote about; never shown to the guest
/// @param tags the ids of the tags on it; never shown to the guest
/// @param held why nothing of it may be erased; never shown to the guest
/// @param backroom the staff's room beside a guest room; never shown to the guest
public record RoomState(
        String id,
        long version,
        String kind,
        String name,
        @Nullable String status,
        @Nullable Named assignee,
        @Nullable Named guest,
        @Nullable String backroom,
        @Nullable String frontroom,
        String staff,
        @Nullable String keeper,
        List<Member> members,
        @Nullable Instant queuedAt,
        @Nullable Instant endAskedAt,
        @Nullable Instant snoozedUntil,
        @Nullable String page,
        @Nullable String origin,
        @Nullable List<String> topics,
        @Nullable List<String> tags,
        @Nullable Rating rating,
        @Nullable List<String> held,
        Instant createdAt,
        Instant updatedAt) {

    private static final String AGENT = "agent";
    private static final String SUPERVISOR = "supervisor";

    public RoomState {
        members = List.copyOf(members);
    }

    /// Somebody with an id and a name.
    public record Named(String id, String name) {}

    /// How the guest found a closed conversation.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rating(int score, @Nullable String comment, Instant ratedAt) {}

    /// A member of a room.
    public record Member(
            String id,
            String name,
            String kind,
            String role,
            @Nullable Boolean muted) {}

    /// Whether `member` is one of the members.
    public boolean holds(String member) {
        return members.stream().anyMatch(one -> one.id().equals(member));
    }

    /// Whether `caller` may read the room: as a member, or as staff where staff may.
    public boolean readableBy(Caller caller) {
        return holds(caller.id()) || (isAgent(caller) && !"none".equals(staff) && isOpenTo(caller));
    }

    /// Whether `caller` takes part, so that the others want to know that it types.
    public boolean partOf(Caller caller) {
        return holds(caller.id()) || (isAgent(caller) && "write".equals(staff) && isOpenTo(caller));
    }

    /// Whether staff that may read the room sees it in its lists without being a member.
    public boolean desk() {
        return "guest".equals(kind) && !gone();
    }

    /// Whether this is the last of the room: it was erased, nobody may read it any more.
    public boolean gone() {
        return "none".equals(staff) && members.isEmpty();
    }

    /// Whether a colleague of `caller` has this conversation.
    public boolean isWithAnother(Caller caller) {
        return desk() && "assigned".equals(status) && isStaff(caller) && !holds(caller.id());
    }

    /// Whether `caller` is an account that answers guests.
    public static boolean isStaff(Caller caller) {
        return isAgent(caller);
    }

    /// A conversation with a keeper is for its eyes and those of supervisors.
    private boolean isOpenTo(Caller agent) {
        return keeper == null || keeper.equals(agent.id()) || agent.has(SUPERVISOR);
    }

    private static boolean isAgent(Caller caller) {
        return caller.is(CallerKind.ACCOUNT) && caller.has(AGENT);
    }
}
