package chat.parlor.message.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who may do what in a room: a pure function of the room, of who asks and of who is a supervisor.
public final class Rights {

    private final Room room;
    private final Set<String> supervisors;

    private Rights(Room room, Set<String> supervisors) {
        this.room = room;
        this.supervisors = supervisors;
    }

    /// The rights in `room`.
    ///
    /// @param supervisors those who are, among the accounts that are asked about
    public static Rights in(Room room, Set<String> supervisors) {
        return new Rights(room, supervisors);
    }

    /// Whether the member with this id may read `room` if it is a supervisor, and not otherwise.
    public static boolean dependOnSupervising(Room room, String member) {
        var rights = in(room, Set.of());
        return rights.isStaff(member) && !rights.mayRead(member);
    }

    /// Whether the member with this id may read the room.
    public boolean mayRead(String member) {
        return room.member(member).isPresent() || (isStaff(member) && isOpenTo(member));
    }

    private boolean isStaff(String member) {
        return isAccount(member) && !room.staff().equals("none");
    }

    /// A conversation with a keeper is for its eyes and those of supervisors.
    private boolean isOpenTo(String account) {
        var keeper = room.keeper();
        return keeper == null || keeper.equals(account) || supervisors.contains(account);
    }

    /// Why `who` may not write a message now. A bot must know the room's present fence.
    ///
    /// @param fence the fence the bot writes with
    /// @param present the highest fence the timeline or the room knows
    public Optional<Denial> send(Who who, @Nullable Long fence, long present) {
        return switch (who.kind()) {
            case SYSTEM -> Optional.empty();
            case BOT -> room.isGuestRoom() ? automatic(fence, present) : takingPart(who);
            case ACCOUNT, GUEST -> speak(who);
        };
    }

    /// Why a message may not mention these members. In a guest's conversation nobody is: the guest would see it.
    public Optional<Denial> mention(List<String> members) {
        var possible = !room.isGuestRoom() && members.stream().allMatch(member -> isAccount(member) && mayRead(member));
        return members.isEmpty() || possible ? Optional.empty() : Optional.of(Denial.UNKNOWN_MENTION);
    }

    /// Why `who` may not change an own message now.
    public Optional<Denial> edit(Who who, boolean own) {
        var denied = takingPart(who);
        return denied.isPresent() || own ? denied : Optional.of(Denial.NOT_ALLOWED);
    }

    /// Why `who` may not delete a message.
    public Optional<Denial> delete(Who who, boolean own) {
        if (who.kind() == Who.Kind.SYSTEM) {
            return Optional.empty();
        }
        var guestRoomBot = who.kind() == Who.Kind.BOT && room.isGuestRoom();
        if (!guestRoomBot && !mayRead(who.id())) {
            return Optional.of(Denial.NOT_A_MEMBER);
        }
        var moderator = room.member(who.id()).filter(Room.Member::isModerator).isPresent();
        return own || moderator || supervisors.contains(who.id()) ? Optional.empty() : Optional.of(Denial.NOT_ALLOWED);
    }

    /// Why `who` may not react to messages.
    public Optional<Denial> react(Who who) {
        return takingPart(who);
    }

    private Optional<Denial> speak(Who who) {
        var denied = takingPart(who);
        if (denied.isPresent()) {
            return denied;
        }
        if (room.kind().equals("announcement")
                && room.member(who.id()).filter(Room.Member::isAdmin).isEmpty()) {
            return Optional.of(Denial.NOT_ALLOWED);
        }
        return Optional.empty();
    }

    private Optional<Denial> takingPart(Who who) {
        if (who.kind() == Who.Kind.SYSTEM || (who.kind() == Who.Kind.BOT && room.isGuestRoom())) {
            return closed();
        }
        if (!mayRead(who.id())) {
            return Optional.of(Denial.NOT_A_MEMBER);
        }
        if (room.member(who.id()).filter(Room.Member::isMuted).isPresent()) {
            return Optional.of(Denial.MUTED);
        }
        return room.isClosed() ? closed() : outsideOfTheConversation(who);
    }

    private Optional<Denial> closed() {
        return room.isClosed() ? Optional.of(Denial.ROOM_CLOSED) : Optional.empty();
    }

    private Optional<Denial> outsideOfTheConversation(Who who) {
        if (room.isGuestRoom()) {
            return who.kind() == Who.Kind.GUEST || hasTheConversation(who)
                    ? Optional.empty()
                    : Optional.of(Denial.NOT_ASSIGNED);
        }
        return room.member(who.id()).isPresent() || room.staff().equals("write")
                ? Optional.empty()
                : Optional.of(Denial.NOT_ALLOWED);
    }

    private boolean hasTheConversation(Who who) {
        var assignee = room.assignee();
        return assignee != null
                && assignee.id().equals(who.id())
                && ("assigned".equals(room.status()) || "resolved".equals(room.status()));
    }

    private Optional<Denial> automatic(@Nullable Long fence, long present) {
        if (room.isClosed()) {
            return Optional.of(Denial.ROOM_CLOSED);
        }
        var waiting = "open".equals(room.status()) || "queued".equals(room.status());
        return waiting && fence != null && fence == present ? Optional.empty() : Optional.of(Denial.STALE_FENCE);
    }

    /// Only agents have accounts, so every account is staff; read marks name the member by id alone.
    private static boolean isAccount(String member) {
        return member.startsWith("a_");
    }
}
