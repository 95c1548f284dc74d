package chat.parlor.chassis.identity;

import chat.parlor.chassis.problem.ProblemAutoConfiguration;
import chat.parlor.chassis.problem.ProblemWriter;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/// Makes every service verify who calls.
@AutoConfiguration(after = ProblemAutoConfiguration.class)
@EnableConfigurationProperties(IdentityProperties.class)
public class IdentityAutoConfiguration {

    @Bean
    ServiceTokens serviceTokens(
            IdentityProperties properties,
            @Value("${parlor.service}") String service, // the one key without a record: the service's own name
            Clock clock) {
        return new ServiceTokens(service, properties.serviceSecret(), clock);
    }

    @Bean
    @ConditionalOnMissingBean
    KeySource keySource(IdentityProperties properties, WebClient.Builder clients, Clock clock) {
        return new PublishedKeys(
                clients.clone().baseUrl(properties.keysUrl().toString()).build(), clock);
    }

    @Bean
    TokenVerifier tokenVerifier(KeySource keys, ServiceTokens services, Clock clock) {
        return new TokenVerifier(keys, services, clock);
    }

    @Bean
    @ConditionalOnProperty(name = "parlor.identity.required", havingValue = "true", matchIfMissing = true)
    IdentityFilter identityFilter(TokenVerifier verifier, ProblemWriter problems) {
        return new IdentityFilter(verifier, problems);
    }

    @Bean
    WebFluxConfigurer callerArguments() {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
                configurer.addCustomResolver(new CallerArgument());
            }
        };
    }
}
