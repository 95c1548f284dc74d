package chat.parlor.guest.registration;

import chat.parlor.chassis.event.Topics;
import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RegistrationTopics {

    private static final Duration KEPT = Duration.ofDays(7);

    @Bean
    NewTopic guestRegistered(Topics topics) {
        return topics.kept(GuestRegistered.TOPIC, KEPT);
    }
}
