package chat.parlor.guest.admission;

import chat.parlor.guest.settings.Ask;
import chat.parlor.guest.settings.Form;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/// What a visitor filled in. Surrounding blanks are not part of it, and a field of blanks was not filled in. All of
/// it is data: markup stays what was typed.
///
/// @param name how the visitor wants to be called
/// @param email where an answer can reach the visitor later
/// @param phone the same by telephone
/// @param message the first thing to say
/// @param page the address of the page the widget was opened on; not typed by the visitor
/// @param language in which the visitor was spoken to there, as a language tag; not typed either
public record GuestForm(
        @Pattern(regexp = ONE_LINE, message = "Please use letters, without line breaks or control characters.")
        @Nullable
        String name,

        @Email(regexp = HAS_A_DOMAIN, message = "Please check your e-mail address.") @Nullable
        String email,

        @Pattern(regexp = DIALLED, message = "Please use digits, spaces and + ( ) - . / only.") @Nullable
        String phone,

        @Pattern(regexp = WELL_FORMED, message = "Please remove characters that cannot be shown.") @Nullable
        String message,

        @Nullable String page,
        @Nullable String language) {

    private static final int PAGE = 2_000;
    private static final String TAG = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}";

    /// No controls, no halves of characters, nothing that turns the direction of what stands beside it.
    private static final String ONE_LINE = "[^\\p{Cc}\\p{Cs}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]*";

    private static final String WELL_FORMED = "[^\\u0000\\p{Cs}]*";
    /// With a digit somewhere. The look ahead keeps the time it takes in proportion to the length.
    private static final String DIALLED = "(?=[^0-9]*[0-9])[0-9 +()./-]*";

    /// The annotation checks the address; this adds that the domain has a dot and no controls are hidden in quotes.
    private static final String HAS_A_DOMAIN = "[^\\p{Cc}]+@[^@]+\\.[^@.]+";

    private static final String VISIBLE = "(?s).*[\\p{L}\\p{N}\\p{P}\\p{S}].*";

    public GuestForm {
        name = filledIn(name);
        email = filledIn(email);
        phone = filledIn(phone);
        message = filledIn(message);
        page = webPage(page);
        language = language != null && language.matches(TAG) ? language : null;
    }

    /// What was typed into the field of this name.
    @Nullable
    String field(String field) {
        return switch (field) {
            case "name" -> name;
            case "email" -> email;
            case "phone" -> phone;
            case "message" -> message;
            default -> throw new IllegalArgumentException("field: " + field);
        };
    }

    /// The form without what `asked` does not ask for.
    GuestForm without(Form asked) {
        return new GuestForm(
                name,
                asked.email() == Ask.OFF ? null : email,
                asked.phone() == Ask.OFF ? null : phone,
                asked.message() == Ask.OFF ? null : message,
                page,
                language);
    }

    private static @Nullable String filledIn(@Nullable String typed) {
        return typed != null && typed.matches(VISIBLE) ? typed.strip() : null;
    }

    private static @Nullable String webPage(@Nullable String address) {
        if (address == null || !address.matches("https?://[^\\s\\p{Cc}\\p{Cs}]+")) {
            return null;
        }
        return address.length() <= PAGE ? address : null;
    }
}
