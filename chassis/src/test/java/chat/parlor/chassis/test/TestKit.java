package chat.parlor.chassis.test;

import chat.parlor.chassis.event.Publisher;
import chat.parlor.chassis.identity.KeySource;
import chat.parlor.chassis.identity.ServiceTokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// The beans a service's integration tests find beside the service's own.
@TestConfiguration(proxyBeanMethods = false)
class TestKit {

    /// Loops and connections of the application's own. The shared ones end with every application that closes, and
    /// would take those of the test's client, and of whatever runs beside it, with them.
    @Bean
    ReactorResourceFactory ownResources() {
        var resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        resources.setShutdownQuietPeriod(Duration.ZERO);
        return resources;
    }

    @Bean
    TestTokens testTokens(ServiceTokens services) {
        return new TestTokens(services);
    }

    @Bean
    @Primary
    KeySource testKeys(TestTokens tokens) {
        return id -> Mono.just(tokens.key()).filter(key -> id.equals(key.getKeyID()));
    }

    @Bean
    Loops testLoops(MeterRegistry meters) {
        return new Loops(meters);
    }

    @Bean
    TestTopics testTopics(
            @Value("${parlor.kafka.bootstrap-servers}") String servers,
            @Value("${parlor.kafka.topic-prefix}") String prefix,
            Publisher publisher,
            JsonMapper json) {
        return new TestTopics(servers, prefix, publisher, json);
    }
}
