package chat.parlor.chassis.http;

import chat.parlor.chassis.identity.IdentityAutoConfiguration;
import chat.parlor.chassis.identity.ServiceTokens;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.function.client.WebClient;

/// Gives every service clients to the others.
@AutoConfiguration(after = IdentityAutoConfiguration.class)
@EnableConfigurationProperties(ServiceClientProperties.class)
public class HttpAutoConfiguration {

    @Bean
    HangUpShield hangUpShield() {
        return new HangUpShield();
    }

    @Bean
    ServiceClients serviceClients(
            WebClient.Builder builder,
            Environment environment,
            CircuitBreakerRegistry breakers,
            ServiceTokens tokens,
            ServiceClientProperties properties) {
        return new ServiceClients(
                builder,
                service -> environment.getRequiredProperty("parlor.services." + service + ".url"),
                breakers::circuitBreaker,
                tokens,
                properties);
    }
}
