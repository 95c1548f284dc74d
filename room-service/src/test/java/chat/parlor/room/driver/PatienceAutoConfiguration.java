package chat.parlor.room.driver;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.TimeoutException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClientRequest;

/// Keeps tests right on a machine that stands still for seconds, with what no property says.
@AutoConfiguration
public class PatienceAutoConfiguration {

    private static final Duration LONG = Duration.ofSeconds(60);

    /// Neighbours may take their time: what a request says counts more than what its client says.
    @Bean
    WebClientCustomizer patientClients() {
        return clients -> clients.filter(PatienceAutoConfiguration::patiently);
    }

    private static Mono<ClientResponse> patiently(ClientRequest request, ExchangeFunction next) {
        return next.exchange(ClientRequest.from(request)
                .httpRequest(asked -> {
                    HttpClientRequest bounded = asked.getNativeRequest();
                    bounded.responseTimeout(LONG);
                })
                .build());
    }

    /// The producer knows every topic before a test begins: a send waits half a second at most to learn of one.
    @Bean
    ApplicationRunner knownTopics(
            Producer<String, byte[]> producer, KafkaAdmin kafka, @Value("${parlor.kafka.topic-prefix}") String prefix) {
        return arguments -> {
            try (var admin = Admin.create(kafka.getConfigurationProperties())) {
                topics(admin, prefix, producer);
            }
        };
    }

    private static void topics(Admin admin, String prefix, Producer<String, byte[]> producer)
            throws ExecutionException, InterruptedException {
        for (var topic : admin.listTopics().names().get()) {
            if (topic.startsWith(prefix)) {
                await("metadata of " + topic)
                        .atMost(LONG)
                        .pollDelay(Duration.ZERO)
                        .ignoreExceptionsInstanceOf(TimeoutException.class)
                        .until(() -> !producer.partitionsFor(topic).isEmpty());
            }
        }
    }
}
