package chat.parlor.guest.settings;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Other ways to reach the people behind the widget, shown on its welcome screen. Addresses are kept as people write
/// them; what is made of them is a link that starts with `tel:`, `mailto:` or `https://`, and nothing else. What the
/// JSON leaves out is not shown.
///
/// @param phone a telephone number
/// @param whatsapp a telephone number with its country code, like `+49 30 1234567`
/// @param telegram a user name without the `@`
/// @param email an e-mail address
/// @param social pages elsewhere, in the order they are shown
/// @param card whether visitors may save all of this as a vCard; default off
/// @param alwaysThere whether a ribbon says 24/7, which it only does while no hours are set; default off
public record Contact(
        @Size(max = 32) @Pattern(regexp = PHONE, message = "must be a telephone number") @Nullable
        String phone,

        @Size(max = 32)
        @Pattern(regexp = WITH_COUNTRY, message = "must begin with + and the country code, like +49 30 1234567")
        @Nullable
        String whatsapp,

        @Pattern(regexp = HANDLE, message = "must be a user name: letters, digits and _, at least 5") @Nullable
        String telegram,

        @Size(max = 254) @Pattern(regexp = EMAIL, message = "must be an e-mail address") @Nullable
        String email,

        @Size(max = MOST_PAGES) List<@Valid Social> social,
        Boolean card,
        Boolean alwaysThere) {

    private static final int MOST_PAGES = 8;
    private static final String PHONE = "[+]?[0-9][0-9 ()./-]{2,30}";
    private static final String WITH_COUNTRY = "[+][1-9][0-9 ()./-]{5,30}";
    private static final String HANDLE = "[A-Za-z][A-Za-z0-9_]{4,31}";
    private static final String EMAIL = "[A-Za-z0-9.!#$*+/=^_`{|}~-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+";

    /// A page elsewhere.
    ///
    /// @param name what the link says
    /// @param url where it leads, `https` only
    public record Social(
            @Size(min = 1, max = 40) @Shown String name,

            @Size(max = 2_048) @Pattern(regexp = Brand.PAGE, message = "must be an https address")
            String url) {

        public Social {
            name = requireNonNullElse(name, "");
            url = requireNonNullElse(url, "");
        }
    }

    public Contact {
        social = List.copyOf(requireNonNullElse(social, List.of()));
        card = requireNonNullElse(card, false);
        alwaysThere = requireNonNullElse(alwaysThere, false);
    }

    static Contact standard() {
        return new Contact(null, null, null, null, List.of(), false, false);
    }

    /// The same, without the ribbon unless it is true.
    public Contact truly(boolean always) {
        return alwaysThere && !always ? new Contact(phone, whatsapp, telegram, email, social, card, false) : this;
    }
}
