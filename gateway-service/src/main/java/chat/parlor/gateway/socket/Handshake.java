package chat.parlor.gateway.socket;

import chat.parlor.chassis.problem.ProblemWriter;
import chat.parlor.chassis.problem.Problems;
import chat.parlor.gateway.identity.Login;
import chat.parlor.gateway.identity.Logins;
import chat.parlor.gateway.identity.Origins;
import chat.parlor.gateway.proxies.Proxies;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;

/// Decides on `GET /ws` before anything is upgraded: method, origin, room, subprotocol, and whose cookie it is.
@Component
class Handshake implements WebHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Handshake.class);
    private static final String VERSION = "Sec-WebSocket-Version";
    private static final String KEY = "Sec-WebSocket-Key";
    private static final String PROTOCOLS = "Sec-WebSocket-Protocol";

    private final Origins origins;
    private final Logins logins;
    private final Admission admission;
    private final AdmissionProperties properties;
    private final Upgrade upgrade;
    private final Proxies proxies;
    private final ProblemWriter problems;
    private final SocketMeters meters;

    Handshake(
            Origins origins,
            Logins logins,
            Admission admission,
            AdmissionProperties properties,
            Upgrade upgrade,
            Proxies proxies,
            ProblemWriter problems,
            SocketMeters meters) {
        this.origins = origins;
        this.logins = logins;
        this.admission = admission;
        this.properties = properties;
        this.upgrade = upgrade;
        this.proxies = proxies;
        this.problems = problems;
        this.meters = meters;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        if (!HttpMethod.GET.equals(request.getMethod())) {
            exchange.getResponse().getHeaders().set(HttpHeaders.ALLOW, "GET");
            return refuse(exchange, HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "Use GET");
        }
        if (!origins.allowed(request)) {
            return refuse(exchange, HttpStatus.FORBIDDEN, "origin-not-allowed", "This page may not connect here");
        }
        if (!wantsSocket(request.getHeaders())) {
            exchange.getResponse().getHeaders().set(HttpHeaders.UPGRADE, "websocket");
            exchange.getResponse().getHeaders().set(VERSION, "13");
            return refuse(exchange, HttpStatus.UPGRADE_REQUIRED, "upgrade-required", "This is a WebSocket, version 13");
        }
        if (!Upgrade.PROTOCOL.equals(protocol(request).orElse(Upgrade.PROTOCOL))) {
            return refuse(exchange, HttpStatus.BAD_REQUEST, "bad-request", "The subprotocol is " + Upgrade.PROTOCOL);
        }
        return admit(exchange, proxies.address(request));
    }

    private static boolean wantsSocket(HttpHeaders headers) {
        return "websocket".equalsIgnoreCase(headers.getUpgrade())
                && "13".equals(headers.getFirst(VERSION))
                && headers.getFirst(KEY) != null;
    }

    private Mono<Void> admit(ServerWebExchange exchange, String address) {
        return switch (admission.enter(address)) {
            case ADMITTED -> seated(exchange, new Seat(() -> admission.leave(address)));
            case TOO_MANY ->
                later(exchange, HttpStatus.TOO_MANY_REQUESTS, "too-many", "Too many connections from this address");
            case FULL -> later(exchange, HttpStatus.SERVICE_UNAVAILABLE, "full", "There is no room on this node");
        };
    }

    private Mono<Void> seated(ServerWebExchange exchange, Seat seat) {
        return connect(exchange, seat).doFinally(end -> seat.handshakeOver());
    }

    private Mono<Void> connect(ServerWebExchange exchange, Seat seat) {
        return cookie(exchange.getRequest())
                .flatMap(login -> upgrade.upgrade(
                                exchange,
                                login,
                                seat,
                                protocol(exchange.getRequest()).isPresent())
                        .thenReturn(true))
                .onErrorResume(
                        CookieUnreadable.class,
                        failure -> later(
                                        exchange,
                                        HttpStatus.SERVICE_UNAVAILABLE,
                                        "unavailable",
                                        "Try again in a moment")
                                .thenReturn(false))
                .then();
    }

    /// The cookie of a foreign page counts for nothing.
    private Mono<Optional<Login>> cookie(ServerHttpRequest request) {
        return Mono.defer(() -> origins.own(request) ? logins.byCookie(request) : Mono.empty())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .onErrorMap(CookieUnreadable::new);
    }

    private static final class CookieUnreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CookieUnreadable(Throwable cause) {
            super(cause);
        }
    }

    /// The subprotocol chosen from those offered; what was offered first when ours is not among them.
    private static Optional<String> protocol(ServerHttpRequest request) {
        var offered = request.getHeaders().getOrDefault(PROTOCOLS, List.of()).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .toList();
        return offered.contains(Upgrade.PROTOCOL)
                ? Optional.of(Upgrade.PROTOCOL)
                : offered.stream().findFirst();
    }

    private Mono<Void> later(ServerWebExchange exchange, HttpStatus status, String code, String detail) {
        exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, seconds(properties.retryAfter()));
        return refuse(exchange, status, code, detail);
    }

    private static String seconds(Duration wait) {
        return Long.toString(Math.max(1, wait.toSeconds()));
    }

    private Mono<Void> refuse(ServerWebExchange exchange, HttpStatus status, String code, String detail) {
        LOG.debug("handshake refused: {}", code);
        meters.refused(code);
        return problems.write(exchange, Problems.of(status, code, "No socket", detail));
    }
}
