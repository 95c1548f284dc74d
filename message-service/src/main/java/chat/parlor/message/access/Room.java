package chat.parlor.message.access;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A room as room-service last told of it: this service's own copy of `room.state.v1`, only what it reads.
///
/// @param id the room
/// @param version grows with every change; a lower one is old news
/// @param kind `direct`, `group`, `team`, `announcement`, `guest`, `backroom`
/// @param status of a guest room
/// @param assignee who has, or last had, the guest room
/// @param staff what an agent who is no member may do: `none`, `read`, `write`
/// @param keeper of the staff who is no member only this account and supervisors may read it; absent: all of it, as
///     `staff` says
/// @param members who is in it
/// @param fence grows when the voice of a guest room changes
/// @param held why nothing of it may be erased; none or empty when it may
public record Room(
        String id,
        long version,
        String kind,
        @Nullable String status,
        @Nullable Assignee assignee,
        String staff,
        @Nullable String keeper,
        List<Member> members,
        long fence,
        @Nullable List<String> held) {

    public Room {
        Checks.id("id", id);
        if (kind == null || staff == null || members == null) {
            throw new IllegalArgumentException("room " + id + ": kind, staff and members are required");
        }
        members = List.copyOf(members);
        held = held == null ? null : List.copyOf(held);
    }

    /// A room that nothing holds and that has no keeper.
    public Room(
            String id,
            long version,
            String kind,
            @Nullable String status,
            @Nullable Assignee assignee,
            String staff,
            List<Member> members,
            long fence) {
        this(id, version, kind, status, assignee, staff, null, members, fence, null);
    }

    /// Who has the guest room.
    ///
    /// @param id the account
    public record Assignee(String id) {}

    /// Somebody in the room.
    ///
    /// @param id the member
    /// @param role `member`, `moderator`, `admin`, `guest`, `agent`
    /// @param muted present and true: may not write
    public record Member(String id, String role, @Nullable Boolean muted) {

        public Member {
            Checks.id("member.id", id);
            if (role == null) {
                throw new IllegalArgumentException("member.role: missing");
            }
        }

        boolean isMuted() {
            return Boolean.TRUE.equals(muted);
        }

        boolean isModerator() {
            return role.equals("moderator") || isAdmin();
        }

        boolean isAdmin() {
            return role.equals("admin");
        }
    }

    /// A room that is gone: nobody may read it and nobody may write into it.
    static Room gone(String id, long version) {
        return new Room(id, version, "guest", "closed", null, "none", List.of(), 0);
    }

    /// Whether this is the last that was heard of the room: it was erased.
    public boolean isGone() {
        return staff.equals("none") && members.isEmpty();
    }

    /// The newer of two copies of one room; of two alike the second.
    static Room newer(Room one, Room other) {
        return one.version() > other.version() ? one : other;
    }

    Optional<Member> member(String id) {
        return members.stream().filter(member -> member.id().equals(id)).findFirst();
    }

    boolean isGuestRoom() {
        return kind.equals("guest");
    }

    boolean isClosed() {
        return "closed".equals(status);
    }
}
