package chat.parlor.message.access;

import chat.parlor.chassis.event.Received;
import chat.parlor.chassis.event.Subscription;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Keeps the local copies of rooms and supervisors up to date from what room-service and the gateway announce.
@Configuration(proxyBeanMethods = false)
class AccessNews {

    private static final Duration STORE_TIMEOUT = Duration.ofSeconds(10);

    /// What is read of `account.changed.v1`.
    record Account(String id, Set<String> roles, boolean disabled) {

        Account {
            Checks.id("id", id);
            roles = Set.copyOf(roles);
        }

        boolean isSupervisor() {
            return !disabled && (roles.contains("supervisor") || roles.contains("administrator"));
        }
    }

    @Bean
    Subscription<Room> roomNews(RoomCopies copies) {
        return Subscription.<Room>to("room.state")
                .named("rooms")
                .reading("room.state.v1", Room.class)
                .inGroup()
                .handledBy(batch -> copies.keep(newest(batch).values())
                        .timeout(STORE_TIMEOUT)
                        .block());
    }

    @Bean
    Subscription<Room> roomMemory(RecentRooms recent) {
        return Subscription.<Room>to("room.state")
                .named("rooms-in-memory")
                .reading("room.state.v1", Room.class)
                .everywhere()
                .handledBy(batch -> recent.remember(newest(batch).values()));
    }

    @Bean
    Subscription<Account> accountNews(Supervisors supervisors) {
        return Subscription.<Account>to("account.changed")
                .named("accounts")
                .reading("account.changed.v1", Account.class)
                .inGroup()
                .handledBy(batch -> keep(batch, supervisors));
    }

    private static Map<String, Room> newest(List<Received<Room>> batch) {
        var newest = new HashMap<String, Room>();
        for (var received : batch) {
            var room = received.body();
            newest.merge(room.id(), room, Room::newer);
        }
        return newest;
    }

    private static void keep(List<Received<Account>> batch, Supervisors supervisors) {
        var appointed = new HashSet<String>();
        var dismissed = new HashSet<String>();
        for (var received : batch) {
            var account = received.body();
            (account.isSupervisor() ? appointed : dismissed).add(account.id());
            (account.isSupervisor() ? dismissed : appointed).remove(account.id());
        }
        supervisors.change(appointed, dismissed).timeout(STORE_TIMEOUT).block();
    }
}
