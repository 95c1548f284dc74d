package chat.parlor.gateway.feed;

import chat.parlor.chassis.event.Subscription;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Hears of messages and rooms, each on one node, from where the feed stopped on.
@Configuration(proxyBeanMethods = false)
class FeedLoop {

    /// Programs that follow the feed hear a little later, and a busy desk's messages come to the table together.
    private static final Duration GATHERING = Duration.ofMillis(50);

    @Bean
    Subscription<Heard> feedSubscription(FeedWriter writer) {
        return Subscription.<Heard>to("message.sent", "room.state")
                .named("feed")
                .reading("message.sent.v1", Heard.Entry.class)
                .reading("message.edited.v1", Heard.Entry.class)
                .reading("message.deleted.v1", Heard.Entry.class)
                .reading("room.state.v1", Heard.Room.class)
                .inGroup()
                .gathering(GATHERING)
                .handledBy(writer::hear);
    }
}
