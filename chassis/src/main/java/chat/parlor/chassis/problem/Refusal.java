package chat.parlor.chassis.problem;

import java.util.Objects;

/// Something a caller asked for and may not have: expected, so without stack trace. Features extend it by a sealed
/// family, one class per reason, and map the family to problem documents in one exhaustive switch.
public abstract class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param message what it was and what was wanted, fit to be shown to the caller
    protected Refusal(String message) {
        super(message, null, false, false);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
