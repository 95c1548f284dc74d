package chat.parlor.guest.admission;

import org.jspecify.annotations.Nullable;

/// A form that is in order, without what was not asked for.
///
/// @param name 1 to 80 characters, one line
/// @param page the address of the page the widget was opened on
/// @param language in which the visitor was spoken to there, as a language tag
/// @param address the network address the visitor came from
public record Admitted(
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String message,
        @Nullable String page,
        @Nullable String language,
        @Nullable String address) {}
