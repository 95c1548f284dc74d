package chat.parlor.guest.settings;

import static java.util.Objects.requireNonNullElse;

import chat.parlor.guest.hours.OpeningHours;
import jakarta.validation.Valid;

/// Everything an administrator sets for the widget. What the JSON leaves out is the default, so settings saved by an
/// older version stay readable.
///
/// @param enabled the master switch: while it is off nobody can start a conversation; default on
/// @param brand name, logo, colours
/// @param texts what the welcome screen says
/// @param style shape and place
/// @param form what the start form asks
/// @param hours when somebody is there; always, by default
/// @param contact other ways to reach them; none, by default
/// @param answersByMail whether what is said while a visitor is away is sent to the address it gave, where mail is set
///     up; default on
public record WidgetSettings(
        Boolean enabled,
        @Valid Brand brand,
        @Valid Texts texts,
        @Valid Style style,
        Form form,
        OpeningHours hours,
        @Valid Contact contact,
        Boolean answersByMail) {

    public WidgetSettings {
        enabled = requireNonNullElse(enabled, true);
        brand = requireNonNullElse(brand, Brand.standard());
        texts = requireNonNullElse(texts, Texts.standard());
        style = requireNonNullElse(style, Style.standard());
        form = requireNonNullElse(form, Form.standard());
        hours = requireNonNullElse(hours, OpeningHours.ALWAYS);
        contact = requireNonNullElse(contact, Contact.standard());
        answersByMail = requireNonNullElse(answersByMail, true);
    }

    /// The settings before anybody changed them.
    public static WidgetSettings standard() {
        return new WidgetSettings(
                true,
                Brand.standard(),
                Texts.standard(),
                Style.standard(),
                Form.standard(),
                OpeningHours.ALWAYS,
                Contact.standard(),
                true);
    }
}
