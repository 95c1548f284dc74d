package chat.parlor.gateway.accounts;

import chat.parlor.chassis.event.Topics;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The topic by which other services learn of accounts.
@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

    @Bean
    NewTopic accountChangedTopic(Topics topics) {
        return topics.compacted(AccountChanged.TOPIC);
    }
}
