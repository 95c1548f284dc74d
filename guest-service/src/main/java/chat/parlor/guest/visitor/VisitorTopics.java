package chat.parlor.guest.visitor;

import chat.parlor.chassis.event.Topics;
import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VisitorTopics {

    private static final Duration KEPT = Duration.ofHours(1);

    @Bean
    NewTopic visitorChanged(Topics topics) {
        return topics.kept(VisitorChanged.TOPIC, KEPT);
    }
}
