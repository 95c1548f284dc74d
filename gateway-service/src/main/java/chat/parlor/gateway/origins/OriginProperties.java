package chat.parlor.gateway.origins;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// From which pages the gateway may be used.
///
/// @param origins the gateway's own origins, where the `Host` header does not tell; default none
/// @param widgetOrigins pages that may hold the widget: `scheme://host[:port]`, the host may begin with `*.`, the port
///     may be `*`; default `http://localhost:*` and `http://127.0.0.1:*`
@ConfigurationProperties("parlor.gateway")
record OriginProperties(
        @DefaultValue List<String> origins,

        @DefaultValue({"http://localhost:*", "http://127.0.0.1:*"})
        List<String> widgetOrigins) {}
