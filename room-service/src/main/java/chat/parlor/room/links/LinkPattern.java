package chat.parlor.room.links;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.web.util.UriUtils;

/// Where records of a kind are found: an `https` address with `{id}` behind the host.
///
/// @param text as an administrator wrote it, checked by [#flaw]
record LinkPattern(String text) {

    static final int MOST_CHARACTERS = 500;
    private static final String PLACE = "{id}";
    private static final String SCHEME = "https://";

    /// What is wrong with `text` as a pattern; empty when nothing is.
    static Optional<String> flaw(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return Optional.of("expected: at most " + MOST_CHARACTERS + " characters");
        }
        if (!text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.of("expected: an address that begins with https://");
        }
        if (!text.contains(PLACE)) {
            return Optional.of("expected: {id} where the id of the record belongs");
        }
        return text.indexOf(PLACE) > endOfHost(text) && isAddress(text)
                ? Optional.empty()
                : Optional.of("expected: an address like https://crm.example/customers/{id}");
    }

    /// The address of the record called `id`. Nothing in an id can change what the address means.
    String address(String id) {
        return text.replace(PLACE, UriUtils.encode(id, StandardCharsets.UTF_8));
    }

    private static int endOfHost(String text) {
        for (int at = SCHEME.length(); at < text.length(); at++) {
            if ("/?#".indexOf(text.charAt(at)) >= 0) {
                return at;
            }
        }
        return text.length();
    }

    /// Credentials in an address would be shown to everybody at the desk.
    private static boolean isAddress(String text) {
        try {
            var address = new URI(text.replace(PLACE, "1"));
            return address.getHost() != null && address.getRawUserInfo() == null;
        } catch (URISyntaxException wrong) {
            return false;
        }
    }
}
