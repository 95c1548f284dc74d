package chat.parlor.gateway.rooms;

import chat.parlor.chassis.event.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Hears of rooms on `room.created` and `room.state`, from now on: what came before is looked up when needed.
@Configuration(proxyBeanMethods = false)
class RoomLoop {

    private static final String CREATED = "room.created.v1";
    private static final String STATE = "room.state.v1";
    private static final int FIRST_VERSION = 1;

    @Bean
    Subscription<RoomState> roomSubscription(Rooms rooms) {
        return Subscription.<RoomState>to("room.created", "room.state")
                .named("rooms")
                .reading(CREATED, RoomState.class)
                .reading(STATE, RoomState.class)
                .everywhere()
                .handledBy(batch -> batch.forEach(fact -> hear(rooms, fact.type(), fact.body())));
    }

    private static void hear(Rooms rooms, String type, RoomState room) {
        if (CREATED.equals(type)) {
            rooms.created(room);
        } else if (room.version() > FIRST_VERSION) { // the first is told by room.created
            rooms.changed(room);
        }
    }
}
