package chat.parlor.room.directory;

import chat.parlor.chassis.problem.Refusal;

/// Why a room is not shown.
public abstract sealed class RoomRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private RoomRefusal(String message) {
        super(message);
    }

    /// The caller may not read the room, or there is none: the two are not told apart.
    public static final class NotAMember extends RoomRefusal {
        private static final long serialVersionUID = 1L;

        /// For a room that is not the caller's to know of.
        public NotAMember() {
            super("You are not a member of this room");
        }
    }
}
