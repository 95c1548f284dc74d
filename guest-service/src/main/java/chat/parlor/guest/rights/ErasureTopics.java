package chat.parlor.guest.rights;

import chat.parlor.chassis.event.Subscription;
import chat.parlor.chassis.event.Topics;
import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ErasureTopics {

    /// A service that is away so long has to be asked again. The records hold ids alone.
    private static final Duration KEPT = Duration.ofDays(28);

    @Bean
    NewTopic guestErasure(Topics topics) {
        return topics.seldom(ErasureFact.TOPIC, KEPT);
    }

    @Bean
    Subscription<PartErased> partsErased(Erasures erasures) {
        return Subscription.<PartErased>to(ErasureFact.TOPIC)
                .named("erasures")
                .reading("rooms.erased.v1", PartErased.Rooms.class)
                .reading("timelines.erased.v1", PartErased.Timelines.class)
                .reading("person.erased.v1", PartErased.Person.class)
                .inGroup()
                .handledBy(erasures);
    }
}
