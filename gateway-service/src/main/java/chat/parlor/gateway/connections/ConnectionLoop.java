package chat.parlor.gateway.connections;

import chat.parlor.chassis.event.Subscription;
import chat.parlor.chassis.event.Topics;
import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Declares topic `connection` and hears what presence-service makes of it.
@Configuration(proxyBeanMethods = false)
class ConnectionLoop {

    private static final Duration KEPT = Duration.ofHours(24);

    @Bean
    NewTopic connectionTopic(Topics topics) {
        return topics.kept(ConnectionFact.TOPIC, KEPT);
    }

    @Bean
    Subscription<PresenceNews.PresenceChanged> presenceSubscription(PresenceNews news) {
        return Subscription.<PresenceNews.PresenceChanged>to("presence.changed")
                .named("presence")
                .reading("presence.changed.v1", PresenceNews.PresenceChanged.class)
                .everywhere()
                .handledBy(batch -> batch.forEach(changed -> news.heard(changed.body())));
    }
}
