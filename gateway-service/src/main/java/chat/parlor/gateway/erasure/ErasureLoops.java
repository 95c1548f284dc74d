package chat.parlor.gateway.erasure;

import chat.parlor.chassis.event.Received;
import chat.parlor.chassis.event.Subscription;
import chat.parlor.gateway.audit.AuditEntry;
import chat.parlor.gateway.audit.AuditEntry.Action;
import chat.parlor.gateway.audit.AuditEntry.Result;
import chat.parlor.gateway.audit.AuditLog;
import chat.parlor.gateway.identity.EndedSessions;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;

@Configuration(proxyBeanMethods = false)
class ErasureLoops {

    private static final String TOPIC = "guest.erasure";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// Every node may have the guest's sockets, or remember its token.
    @Bean
    Subscription<GuestFact> erasedGuests(EndedSessions sessions) {
        return Subscription.<GuestFact>to(TOPIC)
                .named("erased-guests")
                .reading("guest.erasing.v1", GuestFact.class)
                .everywhere()
                .handledBy(
                        batch -> batch.forEach(fact -> sessions.end(fact.body().guest())));
    }

    @Bean
    Subscription<GuestFact> erasureAudit(AuditLog audit) {
        return Subscription.<GuestFact>to(TOPIC)
                .named("erasure-audit")
                .reading("guest.erased.v1", GuestFact.class)
                .inGroup()
                .handledBy(batch -> record(batch, audit));
    }

    /// Each part erases on its own; one that cannot just now is asked again with all of them.
    @Bean
    Subscription<RoomsFact> erasedRooms(List<ErasesRooms> keepers) {
        return Subscription.<RoomsFact>to(TOPIC)
                .named("erased-rooms")
                .reading("rooms.erased.v1", RoomsFact.class)
                .reading("rooms.expired.v1", RoomsFact.class)
                .inGroup()
                .handledBy(batch -> erase(
                        batch.stream()
                                .flatMap(fact -> fact.body().ids().stream())
                                .toList(),
                        keepers));
    }

    private static void erase(List<String> rooms, List<ErasesRooms> keepers) {
        Flux.fromIterable(keepers)
                .concatMap(keeper -> keeper.erase(rooms))
                .then()
                .block(PATIENCE);
    }

    private static void record(List<Received<GuestFact>> batch, AuditLog audit) {
        for (var fact : batch) {
            var done = new AuditEntry(
                    Action.GUEST_ERASED, fact.body().by(), fact.body().guest(), null, Result.OK);
            audit.recordOnce(done).block(PATIENCE);
        }
    }
}
