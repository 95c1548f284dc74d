package chat.parlor.gateway.identity;

import reactor.core.publisher.Mono;

/// Knows one family of tokens, told apart by their prefix.
public interface TokenSource {

    /// What its tokens begin with, like `ps_`.
    String prefix();

    /// The login behind `token`, asked anew each time; empty when it is unknown, ended or over.
    Mono<Login> login(String token);
}
