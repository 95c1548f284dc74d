package chat.parlor.gateway.personal;

import chat.parlor.chassis.problem.Problems.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a person sends to replace its settings. What is left out becomes the default, apart from the version.
///
/// @param version the version this replaces
record WantedSettings(
        @Nullable Long version,
        @Nullable Boolean sounds,
        @Nullable String notifications,
        @Nullable Boolean preview,
        @Nullable String theme,
        @Nullable String language) {

    private static final List<String> NOTIFICATIONS = List.of("all", "mine", "none");
    private static final List<String> THEMES = List.of("system", "light", "dark");
    private static final int LANGUAGE_CHARS = 35;
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    /// The settings these are to become, still with the version they replace.
    ///
    /// @throws PersonalRefusal.Invalid naming every field that does not fit
    PersonalSettings checked() {
        var errors = new ArrayList<FieldError>();
        if (version == null || version < 0) {
            errors.add(new FieldError("version", "the version that was read"));
        }
        var standard = PersonalSettings.STANDARD;
        var checked = new PersonalSettings(
                Objects.requireNonNullElse(version, 0L),
                Objects.requireNonNullElse(sounds, standard.sounds()),
                oneOf("notifications", NOTIFICATIONS, notifications, standard.notifications(), errors),
                Objects.requireNonNullElse(preview, standard.preview()),
                oneOf("theme", THEMES, theme, standard.theme(), errors),
                checkedLanguage(language, errors));
        if (!errors.isEmpty()) {
            throw new PersonalRefusal.Invalid(errors);
        }
        return checked;
    }

    private static String oneOf(
            String field, List<String> known, @Nullable String value, String standard, List<FieldError> errors) {
        if (value != null && !known.contains(value)) {
            errors.add(new FieldError(field, "one of " + String.join(", ", known)));
        }
        return value == null ? standard : value;
    }

    private static @Nullable String checkedLanguage(@Nullable String language, List<FieldError> errors) {
        if (language != null
                && (language.length() > LANGUAGE_CHARS
                        || !LANGUAGE.matcher(language).matches())) {
            errors.add(new FieldError("language", "a language tag like de or pt-BR"));
        }
        return language;
    }
}
