package chat.parlor.guest.settings;

import static java.util.Objects.requireNonNullElse;

/// What the start form asks besides the name, which it always asks. What the JSON leaves out is the default.
///
/// @param email default `required`
/// @param phone default `optional`
/// @param message default `optional`
public record Form(Ask email, Ask phone, Ask message) {

    public Form {
        email = requireNonNullElse(email, Ask.REQUIRED);
        phone = requireNonNullElse(phone, Ask.OPTIONAL);
        message = requireNonNullElse(message, Ask.OPTIONAL);
    }

    /// The form as it is before anybody changed it.
    public static Form standard() {
        return new Form(Ask.REQUIRED, Ask.OPTIONAL, Ask.OPTIONAL);
    }
}
