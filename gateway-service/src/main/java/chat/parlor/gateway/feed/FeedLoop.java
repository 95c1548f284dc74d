package chat.parlor.gateway.feed;

import chat.parlor.chassis.event.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Hears of messages and rooms, each on one node, from where the feed stopped on.
@Configuration(proxyBeanMethods = false)
class FeedLoop {

    @Bean
    Subscription<Heard> feedSubscription(FeedWriter writer) {
        return Subscription.<Heard>to("message.sent", "room.state")
                .named("feed")
                .reading("message.sent.v1", Heard.Entry.class)
                .reading("message.edited.v1", Heard.Entry.class)
                .reading("message.deleted.v1", Heard.Entry.class)
                .reading("room.state.v1", Heard.Room.class)
                .inGroup()
                .handledBy(writer::hear);
    }
}
