package chat.parlor.guest.settings;

import chat.parlor.chassis.event.Topics;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SettingsTopics {

    @Bean
    NewTopic settingsChanged(Topics topics) {
        return topics.compacted(SettingsChanged.TOPIC);
    }
}
