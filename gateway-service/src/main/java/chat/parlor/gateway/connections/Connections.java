package chat.parlor.gateway.connections;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.event.Publisher;
import chat.parlor.chassis.ids.Ids;
import chat.parlor.gateway.connections.ConnectionFact.Alive;
import chat.parlor.gateway.connections.ConnectionFact.Closed;
import chat.parlor.gateway.connections.ConnectionFact.Opened;
import chat.parlor.gateway.connections.ConnectionFact.Status;
import chat.parlor.gateway.peer.Peer;
import chat.parlor.gateway.tick.Ticks;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Announces the connections of this node, and that the node is alive.
@Component
public class Connections {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private final String node = Ids.random("n_");
    private final Publisher publisher;
    private final Clock clock;
    /// Open peers whose opening could not be announced; tried again with the next sign of life.
    private final Set<Peer> unannounced = ConcurrentHashMap.newKeySet();

    Connections(Publisher publisher, Clock clock, Ticks ticks, ConnectionsProperties properties) {
        this.publisher = publisher;
        this.clock = clock;
        ticks.every(properties.alive(), this::alive);
    }

    /// A peer was let in.
    public void opened(Peer peer) {
        var caller = peer.caller();
        var fact =
                new Opened(peer.connection(), node, caller.id(), caller.kind().wire(), caller.name(), now());
        publish(fact, () -> unannounced.add(peer));
    }

    /// A peer that was let in is gone.
    public void closed(Peer peer) {
        unannounced.remove(peer);
        publish(new Closed(peer.connection(), node, peer.caller().id(), now()), () -> {});
    }

    /// The person behind a peer chose an availability.
    public void chose(Peer peer, String status) {
        publish(new Status(peer.connection(), node, peer.caller().id(), status, now()), () -> {});
    }

    private void alive() {
        publish(new Alive(node, now()), () -> {});
        List.copyOf(unannounced).stream().filter(unannounced::remove).forEach(this::opened);
    }

    private void publish(ConnectionFact fact, Runnable failed) {
        publisher
                .publish(Event.of(ConnectionFact.TOPIC, fact.key(), fact.type(), fact))
                .subscribe(nothing -> {}, failure -> {
                    LOG.warn("{} of {} not announced: {}", fact.type(), fact.key(), failure.toString());
                    failed.run();
                });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
