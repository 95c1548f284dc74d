package chat.parlor.gateway.identity;

import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Turns credentials into logins.
public interface Logins {

    /// The login behind a session token (`ps_…`), a guest token (`pg_…`) or the secret of an API key (`pk_…`).
    ///
    /// @return empty when the token is unknown, ended or over; fails when it cannot be told,
    ///     because the database or guest-service does not answer
    Mono<Login> byToken(String token);

    /// The login behind the cookie of a request. Does not look at its `Origin`: ask [Origins#own] first.
    ///
    /// @return empty when there is no cookie, or as for [#byToken]
    Mono<Login> byCookie(ServerHttpRequest request);

    /// Ids of sessions and of secrets of API keys as they end, and of guests as they are erased, on whichever node they
    /// were ended. Hot: starts with the subscription, never ends.
    Flux<String> ended();
}
