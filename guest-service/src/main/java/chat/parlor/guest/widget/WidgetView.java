package chat.parlor.guest.widget;

import chat.parlor.guest.settings.Brand;
import chat.parlor.guest.settings.Form;
import chat.parlor.guest.settings.Style;
import chat.parlor.guest.settings.Texts;
import chat.parlor.guest.settings.WidgetSettings;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The part of the settings that is for everybody's eyes. It names its fields one by one: a new setting is private
/// until somebody adds it here.
///
/// @param online whether somebody is there now
/// @param nextOpening when somebody will be; only while nobody is
record WidgetView(
        boolean enabled,
        Brand brand,
        Texts texts,
        Style style,
        Form form,
        Features features,
        boolean online,
        @Nullable Instant nextOpening) {

    /// What this version can do, for widgets that are newer or older than the server.
    record Features(boolean handoff, boolean typing, boolean attachments) {
        static final Features NOW = new Features(true, true, true);
    }

    static WidgetView of(WidgetSettings settings, Instant now) {
        var hours = settings.hours();
        var online = settings.enabled() && hours.openAt(now);
        var next = settings.enabled() ? hours.nextOpening(now).orElse(null) : null;
        return new WidgetView(
                settings.enabled(),
                settings.brand(),
                settings.texts(),
                settings.style(),
                settings.form(),
                Features.NOW,
                online,
                next);
    }
}
