package chat.parlor.gateway.apikeys;

import chat.parlor.chassis.event.Subscription;
import chat.parlor.chassis.event.Topics;
import chat.parlor.gateway.identity.EndedSessions;
import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The topic by which every node learns of secrets that ended.
@Configuration(proxyBeanMethods = false)
class ApiKeyConfiguration {

    private static final Duration KEPT = Duration.ofHours(1);

    @Bean
    NewTopic secretEndedTopic(Topics topics) {
        return topics.seldom(SecretEnded.TOPIC, KEPT);
    }

    @Bean
    Subscription<Ended> endedSecretsSubscription(EndedSessions ended) {
        return Subscription.<Ended>to(SecretEnded.TOPIC)
                .named("api-keys")
                .reading(SecretEnded.TYPE, Ended.class)
                .everywhere()
                .handledBy(
                        batch -> batch.forEach(record -> ended.end(record.body().secret())));
    }

    /// What this node reads of an ended secret.
    record Ended(String secret) {}
}
