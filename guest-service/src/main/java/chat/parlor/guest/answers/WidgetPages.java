package chat.parlor.guest.answers;

import chat.parlor.chassis.http.OriginPattern;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The pages that may hold the widget: a mail leads to no other, whatever somebody said it came from.
///
/// @param widgetOrigins as at the gateway: `scheme://host[:port]`, the host may begin with `*.`, the port may be `*`;
///     default `http://localhost:*` and `http://127.0.0.1:*`
@ConfigurationProperties("parlor.gateway")
record WidgetPages(
        @DefaultValue({"http://localhost:*", "http://127.0.0.1:*"})
        List<String> widgetOrigins) {

    WidgetPages {
        widgetOrigins = List.copyOf(widgetOrigins);
        widgetOrigins.forEach(OriginPattern::of);
    }

    /// `page` without its fragment, if it may hold the widget.
    ///
    /// @param own an address of this Parlor, whose pages always may
    Optional<URI> allowed(@Nullable String page, URI own) {
        return Optional.ofNullable(page)
                .flatMap(WidgetPages::parsed)
                .filter(address ->
                        isWidgetPage(origin(address)) || origin(address).equals(origin(own)));
    }

    private boolean isWidgetPage(String origin) {
        return widgetOrigins.stream().map(OriginPattern::of).anyMatch(pattern -> pattern.matches(origin));
    }

    private static Optional<URI> parsed(String page) {
        try {
            var address = new URI(page.replaceFirst("#.*", ""));
            return Optional.of(address).filter(found -> found.getHost() != null && found.getRawUserInfo() == null);
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
