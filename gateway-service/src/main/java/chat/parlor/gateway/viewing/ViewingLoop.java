package chat.parlor.gateway.viewing;

import chat.parlor.chassis.event.Subscription;
import chat.parlor.chassis.event.Topics;
import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Declares topic `viewing` and hears it on every node.
@Configuration(proxyBeanMethods = false)
class ViewingLoop {

    private static final Duration KEPT = Duration.ofMinutes(5);

    @Bean
    NewTopic viewingTopic(Topics topics) {
        return topics.kept(ViewingSignal.TOPIC, KEPT);
    }

    @Bean
    Subscription<ViewingSignal> viewingSubscription(Viewing viewing) {
        return Subscription.<ViewingSignal>to(ViewingSignal.TOPIC)
                .named("viewing")
                .reading(ViewingSignal.TYPE, ViewingSignal.class)
                .everywhere()
                .handledBy(batch -> batch.forEach(signal -> viewing.heard(signal.body())));
    }
}
