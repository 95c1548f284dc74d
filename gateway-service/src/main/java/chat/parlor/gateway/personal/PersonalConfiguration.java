package chat.parlor.gateway.personal;

import chat.parlor.chassis.event.Subscription;
import chat.parlor.chassis.event.Topics;
import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The topic by which every node learns that a person set something.
@Configuration(proxyBeanMethods = false)
class PersonalConfiguration {

    private static final Duration KEPT = Duration.ofHours(1);

    @Bean
    NewTopic personalChangedTopic(Topics topics) {
        return topics.seldom(PersonalChanged.TOPIC, KEPT);
    }

    @Bean
    Subscription<PersonalChanged> personalSubscription(PersonalNews news) {
        return Subscription.<PersonalChanged>to(PersonalChanged.TOPIC)
                .named("personal")
                .reading(PersonalChanged.TYPE, PersonalChanged.class)
                .everywhere()
                .handledBy(batch -> batch.forEach(changed -> news.heard(changed.body())));
    }
}
