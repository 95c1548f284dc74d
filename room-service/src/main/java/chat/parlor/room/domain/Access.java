package chat.parlor.room.domain;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.identity.CallerKind;

/// Who may read what. Every look-up of a room for somebody goes through here.
public final class Access {

    private Access() {}

    /// Whether the caller may know of the room and read it.
    public static boolean reads(Caller caller, Room room) {
        return caller.kind() == CallerKind.SERVICE
                || isMember(caller, room)
                || (isAgent(caller) && !room.kind().staff().equals("none") && isFor(caller, room));
    }

    /// Whether the caller may try to take the room: agents may, and are told when somebody has it.
    public static boolean claims(Caller caller, Room room) {
        return reads(caller, room) || (isAgent(caller) && room.conversation() != null);
    }

    private static boolean isFor(Caller caller, Room room) {
        return room.keeper() == null || room.keeper().equals(caller.id()) || isSupervisor(caller);
    }

    /// Whether the caller is an account that answers guests. Supervisors and administrators are agents too.
    public static boolean isAgent(Caller caller) {
        return caller.kind() == CallerKind.ACCOUNT && caller.roles().contains("agent");
    }

    /// Whether the caller is an account that oversees agents.
    public static boolean isSupervisor(Caller caller) {
        return caller.kind() == CallerKind.ACCOUNT && caller.roles().contains("supervisor");
    }

    private static boolean isMember(Caller caller, Room room) {
        return switch (caller.kind()) {
            case ACCOUNT -> isMember(caller.id(), "account", room);
            case GUEST -> isMember(caller.id(), "guest", room);
            case BOT, SERVICE, ANONYMOUS -> false;
        };
    }

    private static boolean isMember(String id, String kind, Room room) {
        return room.member(id).filter(member -> member.kind().equals(kind)).isPresent();
    }
}
