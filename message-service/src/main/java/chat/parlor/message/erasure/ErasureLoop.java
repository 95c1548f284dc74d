package chat.parlor.message.erasure;

import chat.parlor.chassis.event.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ErasureLoop {

    @Bean
    Subscription<RoomsGone> erasures(Erasure erasure) {
        return Subscription.<RoomsGone>to(TimelinesErased.TOPIC)
                .named("erasures")
                .reading("rooms.erased.v1", RoomsErased.class)
                .reading("rooms.expired.v1", RoomsExpired.class)
                .inGroup()
                .handledBy(erasure);
    }
}
