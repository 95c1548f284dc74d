package chat.parlor.room.desk;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.identity.CallerKind;
import chat.parlor.room.domain.Access;
import chat.parlor.room.domain.Room;

/// Who may do what at the desk, among those who may read the room.
enum DeskAccess {
    /// The guest of the room, agents, and services on their behalf.
    ANYONE_INSIDE,
    /// The guest of the room.
    GUEST,
    /// The guest of the room and agents.
    GUEST_OR_STAFF,
    /// Agents.
    STAFF,
    /// The agent who has it, and supervisors.
    ASSIGNEE_OR_SUPERVISOR;

    /// Fails with [DeskRefusal.NotAllowed], or with [DeskRefusal.NoGuest] where there is nothing to decide about.
    void require(Caller caller, Room room) {
        if (!allows(caller, room)) {
            throw new DeskRefusal.NotAllowed(wanted());
        }
        if (room.conversation() == null) {
            throw new DeskRefusal.NoGuest();
        }
    }

    private boolean allows(Caller caller, Room room) {
        return switch (this) {
            case ANYONE_INSIDE -> GUEST_OR_STAFF.allows(caller, room) || caller.is(CallerKind.SERVICE);
            case GUEST -> caller.is(CallerKind.GUEST);
            case GUEST_OR_STAFF -> caller.is(CallerKind.GUEST) || Access.isAgent(caller);
            case STAFF -> Access.isAgent(caller);
            case ASSIGNEE_OR_SUPERVISOR -> Access.isSupervisor(caller) || has(caller, room);
        };
    }

    private static boolean has(Caller caller, Room room) {
        var conversation = room.conversation();
        return conversation != null && Access.isAgent(caller) && conversation.isWith(caller.id());
    }

    private String wanted() {
        return switch (this) {
            case ANYONE_INSIDE, GUEST_OR_STAFF -> "Only the guest and agents may do this";
            case GUEST -> "Only the guest may do this";
            case STAFF -> "Only agents may do this";
            case ASSIGNEE_OR_SUPERVISOR -> "Only the agent who has the conversation or a supervisor may do this";
        };
    }
}
