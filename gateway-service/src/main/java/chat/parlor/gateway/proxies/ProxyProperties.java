package chat.parlor.gateway.proxies;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whose word about a request counts.
///
/// @param trustedProxies addresses or networks (`10.0.0.0/8`) whose `X-Forwarded-*` headers count; default none
@ConfigurationProperties("parlor.gateway")
record ProxyProperties(@DefaultValue List<String> trustedProxies) {}
