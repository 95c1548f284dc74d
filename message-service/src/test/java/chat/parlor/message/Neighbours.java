package chat.parlor.message;

import chat.parlor.chassis.event.Topics;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/// The topics other services own and this one reads.
@TestConfiguration(proxyBeanMethods = false)
public class Neighbours {

    @Bean
    NewTopic roomState(Topics topics) {
        return topics.compacted("room.state");
    }

    @Bean
    NewTopic accountChanged(Topics topics) {
        return topics.compacted("account.changed");
    }
}
