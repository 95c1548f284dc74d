package chat.parlor.gateway.socket;

import chat.parlor.gateway.frame.FrameReader;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;

/// Puts the socket at `/ws`, and at `/api/v1/ws` for who takes the base path to hold for all.
@Configuration(proxyBeanMethods = false)
class SocketConfiguration {

    @Bean
    HandlerMapping socketMapping(Handshake handshake) {
        return new SimpleUrlHandlerMapping(
                Map.of("/ws", handshake, "/api/v1/ws", handshake), Ordered.HIGHEST_PRECEDENCE);
    }

    @Bean
    FrameReader frameReader() {
        return new FrameReader();
    }
}
