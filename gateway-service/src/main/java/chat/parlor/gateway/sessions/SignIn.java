package chat.parlor.gateway.sessions;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.gateway.frame.Unicode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody sends to sign in.
record SignIn(@Nullable String email, @Nullable String password) {

    private static final int EMAIL_CHARS = 254;
    private static final int PASSWORD_CHARS = 200;

    /// A request with both fields in place.
    record Checked(String email, String password) {}

    /// The same with both fields in place; fails with [SessionRefusal.Invalid].
    Checked checked() {
        var errors = new ArrayList<FieldError>();
        var checked = new Checked(
                present("email", email, EMAIL_CHARS, errors).strip(),
                present("password", password, PASSWORD_CHARS, errors));
        if (!errors.isEmpty()) {
            throw new SessionRefusal.Invalid(errors);
        }
        return checked;
    }

    private static String present(String field, @Nullable String value, int most, List<FieldError> errors) {
        if (value == null || value.isBlank() || value.length() > most || !Unicode.sound(value)) {
            errors.add(new FieldError(field, "1 to " + most + " characters"));
            return "";
        }
        return value;
    }
}
