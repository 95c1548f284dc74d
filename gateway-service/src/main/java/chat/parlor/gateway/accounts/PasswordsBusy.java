package chat.parlor.gateway.accounts;

import chat.parlor.chassis.problem.Refusal;

/// Too many passwords wait to be hashed.
public final class PasswordsBusy extends Refusal {

    private static final long serialVersionUID = 1L;

    PasswordsBusy() {
        super("Too many people are signing in at once");
    }
}
