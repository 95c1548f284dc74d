package chat.parlor.guest.widget;

import chat.parlor.guest.settings.Ask;
import chat.parlor.guest.settings.Brand;
import chat.parlor.guest.settings.Contact;
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
        Contact contact,
        Features features,
        boolean online,
        @Nullable Instant nextOpening) {

    /// What this version can do, for widgets that are newer or older than the server.
    ///
    /// @param transcript whether a conversation can be sent by mail
    /// @param identity whether the host page may, or has to, sign who the visitor is
    record Features(boolean handoff, boolean typing, boolean attachments, boolean transcript, Ask identity) {}

    /// @param mail whether mail is sent here
    /// @param identity whether host pages may, or have to, sign for visitors
    static WidgetView of(WidgetSettings settings, boolean mail, Ask identity, Instant now) {
        var hours = settings.hours();
        var online = settings.enabled() && hours.openAt(now);
        var next = settings.enabled() ? hours.nextOpening(now).orElse(null) : null;
        return new WidgetView(
                settings.enabled(),
                settings.brand(),
                settings.texts(),
                settings.style(),
                settings.form(),
                settings.contact().truly(hours.always()),
                new Features(true, true, true, mail, identity),
                online,
                next);
    }
}
