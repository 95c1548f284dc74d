package chat.parlor.room.routing;

import chat.parlor.chassis.event.Received;
import chat.parlor.chassis.event.Subscription;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Gives guests to agents whenever a guest room has turned: somebody waits, or an agent has room again.
@Configuration(proxyBeanMethods = false)
class TurnsOfRooms {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String GUEST = "guest";
    private final Routing routing;

    TurnsOfRooms(Routing routing) {
        this.routing = routing;
    }

    /// What this reads of `room.state.v1`: which rooms concern the desk.
    record Turned(String id, String kind) {}

    @Bean
    Subscription<Turned> routingLoop() {
        return Subscription.<Turned>to("room.state")
                .named("routing")
                .reading("room.state.v1", Turned.class)
                .inGroup()
                .handledBy(this::apply);
    }

    private void apply(List<Received<Turned>> batch) {
        if (batch.stream().anyMatch(turned -> turned.body().kind().equals(GUEST))) {
            routing.route().block(PATIENCE);
        }
    }
}
