package chat.parlor.gateway.personal;

import org.jspecify.annotations.Nullable;

/// What a person has set for itself.
///
/// @param version grows by one with each change; 0 when nothing was ever set
/// @param sounds whether messages are heard
/// @param notifications what is shown on the desktop: `all`, `mine` or `none`
/// @param preview whether notifications show what was written
/// @param theme `system`, `light` or `dark`
/// @param language a language tag; none for that of the browser
record PersonalSettings(
        long version,
        boolean sounds,
        String notifications,
        boolean preview,
        String theme,
        @Nullable String language) {

    /// What counts until somebody sets something: notifications wait until they are asked for.
    static final PersonalSettings STANDARD = new PersonalSettings(0, true, "none", true, "system", null);
}
