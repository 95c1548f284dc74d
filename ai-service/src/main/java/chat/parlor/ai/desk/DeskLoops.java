package chat.parlor.ai.desk;

import chat.parlor.chassis.event.Subscription;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeskLoops {

    /// Nobody notices a bot that thinks so long.
    private static final Duration GATHERING = Duration.ofMillis(50);

    @Bean
    Subscription<RoomState> roomNews(Desk desk) {
        return Subscription.<RoomState>to("room.created", "room.state")
                .named("rooms")
                .reading("room.created.v1", RoomState.class)
                .reading("room.state.v1", RoomState.class)
                .inGroup()
                .handledBy(desk::rooms);
    }

    @Bean
    Subscription<GuestRegistered> newGuests(Desk desk) {
        return Subscription.<GuestRegistered>to("guest.registered")
                .named("guests")
                .reading("guest.registered.v1", GuestRegistered.class)
                .inGroup()
                .handledBy(desk::guests);
    }

    @Bean
    Subscription<MessageSent> guestMessages(Desk desk) {
        return Subscription.<MessageSent>to("message.sent")
                .named("messages")
                .reading("message.sent.v1", MessageSent.class)
                .inGroup()
                .gathering(GATHERING)
                .handledBy(desk::messages);
    }
}
