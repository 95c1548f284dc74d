package chat.parlor.guest.identity;

import chat.parlor.guest.visitor.Attributes;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Somebody as the server of the host page signed it.
///
/// @param subject the host page's own id of the person, 1 to 128 characters
/// @param attributes what else it says
public record SignedGuest(
        String subject,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        Attributes attributes) {

    private static final int NAME = 80;

    /// What to call somebody whose name was not said.
    public String someName() {
        var called =
                Optional.ofNullable(name).or(() -> Optional.ofNullable(email)).orElse(subject);
        return called.codePointCount(0, called.length()) <= NAME
                ? called
                : called.substring(0, called.offsetByCodePoints(0, NAME));
    }

    /// Which of `name`, `email` and `phone` were said.
    public Set<String> said() {
        return Stream.of(said("name", name), said("email", email), said("phone", phone))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable String said(String field, @Nullable String value) {
        return value == null ? null : field;
    }
}
