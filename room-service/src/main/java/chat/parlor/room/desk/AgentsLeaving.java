package chat.parlor.room.desk;

import chat.parlor.chassis.event.Received;
import chat.parlor.chassis.event.Subscription;
import chat.parlor.room.domain.Author;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Gives the unanswered rooms of agents who are gone back to the queue. The grace period is presence-service's.
@Configuration(proxyBeanMethods = false)
class AgentsLeaving {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final Desk desk;
    private final Absences absences;

    AgentsLeaving(Desk desk, Absences absences) {
        this.desk = desk;
        this.absences = absences;
    }

    @Bean
    Subscription<PresenceChanged> agentsLeavingLoop() {
        return Subscription.<PresenceChanged>to("presence.changed")
                .named("agents")
                .reading("presence.changed.v1", PresenceChanged.class)
                .inGroup()
                .handledBy(this::apply);
    }

    /// Only the newest word on each agent counts: who is back by now has not left.
    private void apply(List<Received<PresenceChanged>> batch) {
        var newest = new LinkedHashMap<String, PresenceChanged>();
        batch.stream()
                .map(Received::body)
                .filter(PresenceChanged::isAccount)
                .forEach(change -> newest.put(change.member(), change));
        Flux.fromIterable(newest.values())
                .concatMap(change -> change.isGone() ? left(change.member()) : absences.end(change.member()))
                .then()
                .block(PATIENCE);
    }

    private Mono<Void> left(String agent) {
        return absences.begin(agent)
                .thenMany(absences.unanswered(agent))
                .collectList()
                .flatMapIterable(rooms -> rooms)
                .concatMap(room -> desk.turn(room, new DeskCommand.Leave(agent, false), Author.SYSTEM))
                .then();
    }
}
