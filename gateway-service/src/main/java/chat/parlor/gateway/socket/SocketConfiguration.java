package chat.parlor.gateway.socket;

import chat.parlor.gateway.frame.FrameReader;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.server.WebFilter;

/// Puts the socket at `/ws`, and at `/api/v1/ws` for who takes the base path to hold for all.
@Configuration(proxyBeanMethods = false)
class SocketConfiguration {

    private static final String PATH = "/ws";
    private static final String UNDER_BASE_PATH = "/api/v1/ws";

    @Bean
    HandlerMapping socketMapping(Handshake handshake) {
        return new SimpleUrlHandlerMapping(Map.of(PATH, handshake), Ordered.HIGHEST_PRECEDENCE);
    }

    @Bean
    FrameReader frameReader() {
        return new FrameReader();
    }

    /// Before every other filter: to them it is the socket and nothing of the API.
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    WebFilter socketUnderBasePath() {
        return (exchange, chain) -> exchange.getRequest().getPath().value().equals(UNDER_BASE_PATH)
                ? chain.filter(
                        exchange.mutate().request(request -> request.path(PATH)).build())
                : chain.filter(exchange);
    }
}
