package chat.parlor.room.directory;

import chat.parlor.chassis.event.Topics;
import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The topics on which rooms are announced.
@Configuration(proxyBeanMethods = false)
class DirectoryTopics {

    static final String CREATED = "room.created";
    static final String STATE = "room.state";
    private static final Duration DAYS = Duration.ofDays(7);

    @Bean
    NewTopic roomCreated(Topics topics) {
        return topics.kept(CREATED, DAYS);
    }

    @Bean
    NewTopic roomState(Topics topics) {
        return topics.compacted(STATE);
    }
}
