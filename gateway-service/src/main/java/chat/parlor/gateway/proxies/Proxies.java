package chat.parlor.gateway.proxies;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/// What a request looked like at the first of our own machines. `X-Forwarded-*` counts only when it comes from a
/// trusted proxy.
@Component
public class Proxies {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String FORWARDED_PROTO = "X-Forwarded-Proto";
    private static final String FORWARDED_HOST = "X-Forwarded-Host";
    private static final String UNKNOWN = "unknown";

    private final List<Network> trusted;

    Proxies(ProxyProperties properties) {
        this.trusted = properties.trustedProxies().stream().map(Network::of).toList();
    }

    /// The client's address: the nearest one that is not a trusted proxy's.
    public String address(ServerHttpRequest request) {
        var nearest = remote(request);
        if (nearest == null) {
            return UNKNOWN;
        }
        for (var hop : hops(request)) {
            if (!isTrusted(nearest)) {
                break;
            }
            var next = Network.address(hop);
            if (next == null) {
                break;
            }
            nearest = next;
        }
        return nearest.getHostAddress();
    }

    /// True when the client speaks TLS, to us or to a trusted proxy.
    public boolean secure(ServerHttpRequest request) {
        return "https".equalsIgnoreCase(request.getURI().getScheme())
                || "https".equalsIgnoreCase(forwarded(request, FORWARDED_PROTO));
    }

    /// The host and port the client asked for.
    public @Nullable String host(ServerHttpRequest request) {
        var forwarded = forwarded(request, FORWARDED_HOST);
        return forwarded != null ? forwarded : request.getHeaders().getFirst(HttpHeaders.HOST);
    }

    private @Nullable String forwarded(ServerHttpRequest request, String header) {
        var remote = remote(request);
        return remote != null && isTrusted(remote) ? request.getHeaders().getFirst(header) : null;
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }

    private static @Nullable InetAddress remote(ServerHttpRequest request) {
        var remote = request.getRemoteAddress();
        return remote == null ? null : remote.getAddress();
    }

    /// The addresses proxies have written down, the last one first.
    private static List<String> hops(ServerHttpRequest request) {
        var hops = new ArrayList<String>();
        for (var line : request.getHeaders().getOrEmpty(FORWARDED_FOR)) {
            Collections.addAll(hops, line.split(",", -1));
        }
        Collections.reverse(hops);
        return hops;
    }
}
