package chat.parlor.chassis.event;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaAdmin;
import tools.jackson.databind.json.JsonMapper;

/// Gives every service its publisher, its loops and the topics it declares.
@AutoConfiguration(beforeName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
@EnableConfigurationProperties(KafkaProperties.class)
public class EventAutoConfiguration {

    private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(28);

    @Bean
    Topics topics(KafkaProperties properties) {
        return new Topics(properties);
    }

    @Bean
    KafkaAdmin declaredTopics(
            KafkaProperties properties, @Value("${spring.kafka.admin.operation-timeout}") Duration patience) {
        return new DeclaredTopics(properties, patience);
    }

    @Bean
    KafkaClients kafkaClients(
            KafkaProperties properties,
            @Value("${parlor.service}") String service) { // the one key without a record: the service's own name
        return new KafkaClients(properties, service);
    }

    @Bean(destroyMethod = "") // the publisher closes it, after the loops that publish have ended
    Producer<String, byte[]> eventProducer(KafkaClients clients) {
        return clients.producer();
    }

    @Bean
    KafkaPublisher publisher(Producer<String, byte[]> producer, KafkaProperties properties, JsonMapper json) {
        return new KafkaPublisher(producer, properties, json);
    }

    @Bean
    EventLoops eventLoops(
            ObjectProvider<Subscription<?>> subscriptions,
            KafkaClients clients,
            Producer<String, byte[]> producer,
            JsonMapper json,
            MeterRegistry meters) {
        return new EventLoops(
                subscriptions.orderedStream().toList(), clients, new DeadLetters(producer, meters), json, meters);
    }

    @Bean
    KafkaAdmin.NewTopics deadLetterTopics(ObjectProvider<Subscription<?>> subscriptions, Topics topics) {
        return new KafkaAdmin.NewTopics(subscriptions
                .orderedStream()
                .filter(subscription -> subscription.reach() == Subscription.Reach.GROUP)
                .flatMap(subscription -> subscription.topics().stream())
                .distinct()
                .map(topic -> topics.seldom(topic + DeadLetters.SUFFIX, DEAD_LETTERS_KEPT))
                .toArray(NewTopic[]::new));
    }

    @Bean
    HealthIndicator loopsHealthIndicator(EventLoops loops) {
        return new LoopsHealth(loops);
    }
}
