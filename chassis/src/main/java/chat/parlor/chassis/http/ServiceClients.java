package chat.parlor.chassis.http;

import chat.parlor.chassis.identity.ServiceTokens;
import chat.parlor.chassis.observe.Correlation;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.netty.channel.ChannelOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/// Clients for the exceptional synchronous call to another service. Each has a connect and an answer timeout and a
/// circuit breaker of its own, and calls as this service unless the request says otherwise.
public final class ServiceClients {

    private static final int SERVER_ERRORS = 500;

    private final WebClient.Builder builder;
    private final Function<String, String> urls;
    private final Function<String, CircuitBreaker> breakers;
    private final ServiceTokens tokens;
    private final ServiceClientProperties properties;
    private final Map<String, WebClient> clients = new ConcurrentHashMap<>();

    ServiceClients(
            WebClient.Builder builder,
            Function<String, String> urls,
            Function<String, CircuitBreaker> breakers,
            ServiceTokens tokens,
            ServiceClientProperties properties) {
        this.builder = builder;
        this.urls = urls;
        this.breakers = breakers;
        this.tokens = tokens;
        this.properties = properties;
    }

    /// The client for `service`, whose address is the key `parlor.services.<service>.url`.
    ///
    /// Calls fail with `CallNotPermittedException` while the breaker is open and with `WebClientRequestException`
    /// when the service cannot be reached or does not answer in time.
    public WebClient to(String service) {
        return clients.computeIfAbsent(service, this::client);
    }

    private WebClient client(String service) {
        var connection = HttpClient.create()
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(properties.connectTimeout().toMillis()))
                .responseTimeout(properties.answerTimeout());
        return builder.clone()
                .baseUrl(urls.apply(service))
                .clientConnector(new ReactorClientHttpConnector(connection))
                .filter(guardedBy(breakers.apply(service)))
                .filter(this::identified)
                .build();
    }

    private Mono<ClientResponse> identified(ClientRequest request, ExchangeFunction next) {
        return Mono.deferContextual(context -> next.exchange(ClientRequest.from(request)
                .headers(headers -> identify(headers, Correlation.in(context)))
                .build()));
    }

    private void identify(HttpHeaders headers, Correlation correlation) {
        headers.set(Correlation.HEADER, correlation.traceparent());
        if (!headers.containsHeader(HttpHeaders.AUTHORIZATION)) {
            headers.setBearerAuth(tokens.token());
        }
    }

    private static ExchangeFilterFunction guardedBy(CircuitBreaker breaker) {
        return (request, next) -> next.exchange(request)
                .flatMap(response -> response.statusCode().value() >= SERVER_ERRORS
                        ? response.createException().flatMap(Mono::error)
                        : Mono.just(response))
                .transformDeferred(CircuitBreakerOperator.of(breaker));
    }
}
