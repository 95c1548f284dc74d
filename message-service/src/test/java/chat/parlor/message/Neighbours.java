package chat.parlor.message;

import chat.parlor.chassis.event.Topics;
import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/// The topics other services own and this one reads.
@TestConfiguration(proxyBeanMethods = false)
public class Neighbours {

    private static final Duration DAY = Duration.ofDays(1);

    @Bean
    NewTopic roomState(Topics topics) {
        return topics.compacted("room.state");
    }

    @Bean
    NewTopic accountChanged(Topics topics) {
        return topics.compacted("account.changed");
    }

    @Bean
    NewTopic guestErasure(Topics topics) {
        return topics.kept("guest.erasure", DAY);
    }
}
