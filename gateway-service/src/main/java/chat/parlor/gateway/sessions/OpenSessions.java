package chat.parlor.gateway.sessions;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.outbox.Outbox;
import chat.parlor.gateway.identity.EndedSessions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// All open sessions of an account at once, for whoever changes what the account may do.
@Service
public class OpenSessions {

    private final SessionStore store;
    private final Outbox outbox;
    private final EndedSessions ended;
    private final Clock clock;

    OpenSessions(SessionStore store, Outbox outbox, EndedSessions ended, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.ended = ended;
        this.clock = clock;
    }

    /// Ends them within the current transaction and announces it to every node.
    ///
    /// @return the sessions, to be given to [#ended] once the transaction is over
    public Mono<List<String>> end(String account) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return store.endAll(account, now)
                .flatMap(sessions -> Flux.fromIterable(sessions)
                        .map(session -> new SessionEnded(session, account, now))
                        .concatMap(fact ->
                                outbox.append(Event.of(SessionEnded.TOPIC, fact.session(), SessionEnded.TYPE, fact)))
                        .then(Mono.just(sessions)));
    }

    /// From here on none of them counts on this node, and their sockets close; others follow as they hear of it.
    public void ended(List<String> sessions) {
        sessions.forEach(ended::end);
    }
}
