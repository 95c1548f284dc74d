package chat.parlor.room.erasure;

import chat.parlor.chassis.event.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ErasureLoop {

    @Bean
    Subscription<GuestErasing> erasures(Erasure erasure) {
        return Subscription.<GuestErasing>to(RoomsErased.TOPIC)
                .named("erasures")
                .reading("guest.erasing.v1", GuestErasing.class)
                .inGroup()
                .handledBy(erasure);
    }
}
