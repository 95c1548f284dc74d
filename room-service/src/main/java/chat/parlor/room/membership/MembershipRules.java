package chat.parlor.room.membership;

import static chat.parlor.room.domain.MemberRole.ADMIN;
import static chat.parlor.room.domain.MemberRole.MODERATOR;

import chat.parlor.room.domain.Member;
import chat.parlor.room.domain.MemberRole;
import chat.parlor.room.domain.Named;
import chat.parlor.room.domain.Room;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Who may change the members of a room, and how. Admins may do everything but change their own role; moderators
/// add, remove and mute plain members; everybody may leave, the last admin not before somebody else is one.
final class MembershipRules {

    private MembershipRules() {}

    /// The room with `account` in it.
    ///
    /// @param role what it shall be; a plain member when absent
    static Room add(Room room, String actor, Named account, @Nullable MemberRole role, int maxMembers) {
        var by = manager(room, actor);
        var given = role == null ? MemberRole.MEMBER : role;
        if (given != MemberRole.MEMBER && by != ADMIN) {
            throw new MembershipRefusal.NotAllowed("Only admins give roles");
        }
        if (room.members().size() >= maxMembers) {
            throw new MembershipRefusal.RoomFull(room.members().size());
        }
        var members = new ArrayList<>(room.members());
        members.add(Member.account(account, given));
        return room.with(members);
    }

    /// The room with the member in another role, or muted, or both.
    static Room change(Room room, String actor, Member member, @Nullable MemberRole role, @Nullable Boolean muted) {
        var by = manager(room, actor);
        var changed = member;
        if (role != null && role != member.role()) {
            if (by != ADMIN || actor.equals(member.id())) {
                throw new MembershipRefusal.NotAllowed("Only another admin changes a role");
            }
            changed = changed.as(role);
        }
        if (muted != null && muted != member.muted()) {
            requireRank(by, actor, member);
            changed = changed.muted(muted);
        }
        return replaced(room, changed);
    }

    /// The room without the member.
    static Room remove(Room room, String actor, Member member) {
        requireRoles(room);
        if (actor.equals(member.id())) {
            requireAnotherAdmin(room, member);
        } else {
            requireRank(manager(room, actor), actor, member);
        }
        return room.with(room.members().stream()
                .filter(other -> !other.id().equals(member.id()))
                .toList());
    }

    /// The room under another name.
    static Room rename(Room room, String actor, String name) {
        manager(room, actor);
        return room.called(name);
    }

    private static MemberRole manager(Room room, String actor) {
        requireRoles(room);
        return room.member(actor)
                .map(Member::role)
                .filter(role -> role == ADMIN || role == MODERATOR)
                .orElseThrow(
                        () -> new MembershipRefusal.NotAllowed("Only admins and moderators of the room may do this"));
    }

    private static void requireRoles(Room room) {
        if (!room.kind().hasRoles()) {
            throw new MembershipRefusal.NotAllowed("A " + room.kind().wire() + " room has no members to change");
        }
    }

    private static void requireRank(MemberRole by, String actor, Member member) {
        var outranked = by == ADMIN || member.role() == MemberRole.MEMBER;
        if (!outranked || actor.equals(member.id())) {
            throw new MembershipRefusal.NotAllowed(
                    "Only another admin may do this to a " + member.role().wire());
        }
    }

    private static void requireAnotherAdmin(Room room, Member leaving) {
        var others = room.members().stream()
                .filter(other -> !other.id().equals(leaving.id()))
                .toList();
        if (leaving.role() == ADMIN && !others.isEmpty() && others.stream().noneMatch(other -> other.role() == ADMIN)) {
            throw new MembershipRefusal.LastAdmin();
        }
    }

    private static Room replaced(Room room, Member changed) {
        return room.eachMember(member -> member.id().equals(changed.id()) ? changed : member);
    }
}
