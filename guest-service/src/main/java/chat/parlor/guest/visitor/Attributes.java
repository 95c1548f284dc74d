package chat.parlor.guest.visitor;

import chat.parlor.chassis.problem.Problems.FieldError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a host page says of a visitor, each under a name; without a value it is to be forgotten.
///
/// @param values at most 30; names of 1 to 64 characters, values of 256 at most
public record Attributes(Map<String, Optional<String>> values) {

    /// Nothing said.
    public static final Attributes NONE = new Attributes(Map.of());

    static final int MOST = 30;
    private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N} _.-]{0,63}";
    /// No controls, no halves of characters, nothing that turns the direction of what stands beside it.
    private static final String VALUE = "[^\\p{Cc}\\p{Cs}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]{0,256}";

    public Attributes {
        values = Map.copyOf(values);
    }

    /// Texts, numbers and truths by name, null for what is to be forgotten. What does not fit becomes an error.
    public static Attributes of(Map<String, ? extends @Nullable Object> given, List<FieldError> errors) {
        if (given.size() > MOST) {
            errors.add(new FieldError("attributes", "at most " + MOST));
            return NONE;
        }
        var values = new LinkedHashMap<String, Optional<String>>();
        given.forEach((name, value) -> {
            var text = text(value);
            if (!name.matches(NAME)) {
                errors.add(new FieldError("attributes", "names of 1 to 64 letters, digits, blanks and _ . -"));
            } else if (text == null || !text.matches(VALUE)) {
                errors.add(
                        new FieldError("attributes." + name, "a text of 256 characters at most, a number, or a truth"));
            } else {
                values.put(name, Optional.of(text).filter(some -> value != null));
            }
        });
        return new Attributes(values);
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> text;
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            default -> null;
        };
    }
}
