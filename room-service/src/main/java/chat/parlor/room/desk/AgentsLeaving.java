package chat.parlor.room.desk;

import chat.parlor.chassis.event.Received;
import chat.parlor.chassis.event.Subscription;
import chat.parlor.room.domain.Author;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Keeps up with who is here, and gives the unanswered rooms of agents who are gone back to the queue. The grace period
/// is presence-service's.
@Configuration(proxyBeanMethods = false)
class AgentsLeaving {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final Desk desk;
    private final Absences absences;
    private final PresenceNews news;

    AgentsLeaving(Desk desk, Absences absences, PresenceNews news) {
        this.desk = desk;
        this.absences = absences;
        this.news = news;
    }

    /// The name is new with the table of who is here: a loop of a new name reads the compacted topic from its
    /// beginning.
    @Bean
    Subscription<PresenceChanged> agentsLeavingLoop() {
        return Subscription.<PresenceChanged>to("presence.changed")
                .named("agents-here")
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
                .concatMap(change -> change.isGone() ? left(change) : came(change))
                .then(Mono.defer(() -> news.heard(online(newest.values()))))
                .block(PATIENCE);
    }

    private static Set<String> online(Collection<PresenceChanged> newest) {
        return newest.stream()
                .filter(PresenceChanged::isOnline)
                .map(PresenceChanged::member)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Mono<Void> came(PresenceChanged change) {
        return absences.end(change.member()).then(absences.heard(change));
    }

    /// The order matters: nobody is given a conversation who is about to lose those it has.
    private Mono<Void> left(PresenceChanged change) {
        var agent = change.member();
        return absences.heard(change)
                .then(absences.begin(agent))
                .thenMany(absences.unanswered(agent))
                .collectList()
                .flatMapIterable(rooms -> rooms)
                .concatMap(room -> desk.turn(room, new DeskCommand.Leave(agent, false), Author.SYSTEM))
                .then();
    }
}
