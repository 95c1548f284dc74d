package chat.parlor.guest.settings;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// What the widget says on its welcome screen. What the JSON leaves out is the default.
///
/// @param title headline of the welcome screen
/// @param subtitle line below it
/// @param online shown beside the badge while somebody is there
/// @param offline shown beside the badge otherwise
/// @param callToAction label of the button that leads to the form
/// @param bubble label of the pill
/// @param footer last line; none when left out
/// @param footerLink where the last line leads, `http(s)` or a path on this host; nowhere when left out
public record Texts(
        @NotBlank @Size(max = 120) @Shown String title,
        @NotBlank @Size(max = 400) @Shown String subtitle,
        @NotBlank @Size(max = 120) @Shown String online,
        @NotBlank @Size(max = 400) @Shown String offline,
        @NotBlank @Size(max = 60) @Shown String callToAction,
        @NotBlank @Size(max = 40) @Shown String bubble,
        @Size(max = 200) @Shown @Nullable String footer,

        @Size(max = 2_048)
        @Pattern(regexp = Brand.LINK, message = "must be an http or https address, or a path")
        @Nullable
        String footerLink) {

    private static final String TITLE = "Hi there";
    private static final String SUBTITLE = "Ask us anything. We are glad to help.";
    private static final String ONLINE = "We are online";
    private static final String OFFLINE = "We are away right now. Leave us a message.";
    private static final String CALL_TO_ACTION = "Start a conversation";
    private static final String BUBBLE = "Chat with us";

    public Texts {
        title = requireNonNullElse(title, TITLE);
        subtitle = requireNonNullElse(subtitle, SUBTITLE);
        online = requireNonNullElse(online, ONLINE);
        offline = requireNonNullElse(offline, OFFLINE);
        callToAction = requireNonNullElse(callToAction, CALL_TO_ACTION);
        bubble = requireNonNullElse(bubble, BUBBLE);
    }

    static Texts standard() {
        return new Texts(TITLE, SUBTITLE, ONLINE, OFFLINE, CALL_TO_ACTION, BUBBLE, null, null);
    }
}
