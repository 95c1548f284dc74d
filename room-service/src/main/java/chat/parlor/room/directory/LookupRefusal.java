package chat.parlor.room.directory;

import chat.parlor.chassis.problem.Refusal;

/// A lookup that names no rooms or too many.
final class LookupRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    LookupRefusal() {
        super("expected: a list of at most 1000 room ids");
    }
}
