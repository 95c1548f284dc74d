package chat.parlor.guest.settings;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

/// The widget's shape and place. What the JSON leaves out is the default, the first of each list.
///
/// @param bubble `circle` or `pill`
/// @param icon `chat`, `sparkle` or `headset`
/// @param effect of the call-to-action button: `none`, `glow`, `levitate`, `pulse` or `bounce`
/// @param theme `auto`, `light` or `dark`
/// @param side `end` or `start` of the line, so right-to-left pages mirror it
/// @param zIndex 1 to 2147483647; default 1030
public record Style(
        @Pattern(regexp = "circle|pill") String bubble,
        @Pattern(regexp = "chat|sparkle|headset") String icon,
        @Pattern(regexp = "none|glow|levitate|pulse|bounce") String effect,
        @Pattern(regexp = "auto|light|dark") String theme,
        @Pattern(regexp = "end|start") String side,
        @Min(1) @Max(Integer.MAX_VALUE) Integer zIndex) {

    private static final int ABOVE_MOST_PAGES = 1030;

    public Style {
        bubble = requireNonNullElse(bubble, "circle");
        icon = requireNonNullElse(icon, "chat");
        effect = requireNonNullElse(effect, "none");
        theme = requireNonNullElse(theme, "auto");
        side = requireNonNullElse(side, "end");
        zIndex = requireNonNullElse(zIndex, ABOVE_MOST_PAGES);
    }

    static Style standard() {
        return new Style("circle", "chat", "none", "auto", "end", ABOVE_MOST_PAGES);
    }
}
