package chat.parlor.guest.settings;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// How the widget looks like yours. What the JSON leaves out is the default.
///
/// @param name the brand's name; default `Parlor`
/// @param logo the address of an image, `http(s)` or a path on this host; none when left out
/// @param primaryColor `#rrggbb`; default `#0b6b5f`
/// @param buttonColor `#rrggbb`; the primary colour when left out
public record Brand(
        @NotBlank @Size(max = 80) @Shown String name,

        @Size(max = 2_048) @Pattern(regexp = LINK, message = "must be an http or https address, or a path") @Nullable
        String logo,

        @Pattern(regexp = COLOR, message = "must look like #0b6b5f")
        String primaryColor,

        @Pattern(regexp = COLOR, message = "must look like #0b6b5f")
        String buttonColor) {

    static final String COLOR = "#[0-9a-fA-F]{6}";
    private static final String LETTER = "[^\\s\\p{Cc}\\p{Cs}\"'<>]";
    static final String PAGE = "https://" + LETTER + "+";
    static final String LINK = "(https?://" + LETTER + "+|/((?!/)" + LETTER + "+)?)";
    private static final String TEAL = "#0b6b5f";

    public Brand {
        name = requireNonNullElse(name, "Parlor");
        primaryColor = requireNonNullElse(primaryColor, TEAL);
        buttonColor = requireNonNullElse(buttonColor, primaryColor);
    }

    static Brand standard() {
        return new Brand("Parlor", null, TEAL, TEAL);
    }
}
