package chat.parlor.gateway.egress;

import chat.parlor.gateway.egress.GuardedResolver.AddressRefused;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/// Calls programs outside. Follows no redirection, uses no proxy and reads no answer beyond its status, so that nothing
/// of
/// what it reaches can come back.
@Component
public class Egress {

    private static final int DEEPEST_CAUSE = 10;

    private final EgressProperties properties;
    private final Addresses addresses;
    private final HttpClient client;

    Egress(EgressProperties properties, Addresses addresses, GuardedResolver resolver) {
        this.properties = properties;
        this.addresses = addresses;
        this.client = HttpClient.create(ConnectionProvider.newConnection()) // each call is checked anew
                .resolver(resolver)
                .followRedirect(false)
                .disableRetry(true)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(properties.connect().toMillis()))
                .responseTimeout(properties.answer());
    }

    /// What is wrong with an address before it is ever called; empty when nothing is. Asks no name: what counts is
    /// where
    /// it leads when it is called.
    public Optional<String> fault(String url) {
        try {
            var uri = new URI(url);
            if (!"https".equals(uri.getScheme()) && !(properties.http() && "http".equals(uri.getScheme()))) {
                return Optional.of("an address that begins with https://");
            }
            if (uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
                return Optional.of("an address with a host, without a password and without #");
            }
            return closed(uri.getHost()) ? Optional.of("a public address") : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.of("an address that begins with https://");
        }
    }

    private boolean closed(String host) {
        try {
            var literal = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
            return !addresses.mayBeCalled(InetAddress.ofLiteral(literal));
        } catch (IllegalArgumentException aName) {
            return false;
        }
    }

    /// Posts JSON. Never fails: what went wrong is the outcome.
    public Mono<Outcome> post(String url, Map<String, String> headers, String json) {
        var body = json.getBytes(StandardCharsets.UTF_8);
        return client.headers(own -> {
                    headers.forEach(own::set);
                    own.set(HttpHeaderNames.CONTENT_TYPE, "application/json");
                    own.set(HttpHeaderNames.CONTENT_LENGTH, body.length);
                    own.set(HttpHeaderNames.USER_AGENT, "Parlor");
                })
                .post()
                .uri(url)
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
                .responseConnection((answer, connection) -> {
                    connection.dispose(); // whatever it goes on to say
                    return Mono.just(new Outcome(answer.status().code(), null));
                })
                .next()
                .timeout(properties.answer())
                .onErrorResume(failure -> Mono.just(new Outcome(null, word(failure))));
    }

    private static String word(Throwable failure) {
        var causes = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .toList();
        if (causes.stream().anyMatch(AddressRefused.class::isInstance)) {
            return "refused-address";
        }
        if (causes.stream().anyMatch(UnknownHostException.class::isInstance)) {
            return "unknown-host";
        }
        return causes.stream().anyMatch(Egress::isLate) ? "timeout" : "connection";
    }

    private static boolean isLate(Throwable cause) {
        return cause instanceof TimeoutException
                || cause instanceof io.netty.handler.timeout.TimeoutException
                || cause instanceof io.netty.channel.ConnectTimeoutException;
    }
}
