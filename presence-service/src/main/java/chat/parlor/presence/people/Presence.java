package chat.parlor.presence.people;

import chat.parlor.chassis.event.Received;
import chat.parlor.presence.deadline.Deadlines;
import chat.parlor.presence.grace.Grace;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// Brings facts and the passing of time to people. What is due stands in the database; here is only when to look.
///
/// At start every grace period that runs and every gateway gets its full time again: what happened while nobody
/// looked is still to be read.
@Component
class Presence implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

    private final People people;
    private final PeopleTable table;
    private final NodeTable nodes;
    private final Grace grace;
    private final PresenceProperties properties;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Deadlines<Deadline> deadlines;
    /// The partitions this node has read from; grows when others are handed to it. Only the loop's thread touches it.
    private final Set<Integer> partitions = new HashSet<>();
    private volatile boolean running;

    Presence(
            People people,
            PeopleTable table,
            NodeTable nodes,
            Grace grace,
            PresenceProperties properties,
            Clock clock,
            Scheduler scheduler,
            MeterRegistry meters) {
        this.people = people;
        this.table = table;
        this.nodes = nodes;
        this.grace = grace;
        this.properties = properties;
        this.clock = clock;
        this.meters = meters;
        this.deadlines = new Deadlines<>(scheduler, clock, this::due);
        meters.gauge("parlor.presence.deadlines", deadlines, Deadlines::size);
    }

    /// Takes a batch of facts in. Blocks until it is stored.
    void take(List<Received<ConnectionFact>> batch) {
        if (partitions.addAll(batch.stream().map(Received::partition).collect(Collectors.toSet()))) {
            watchLeaving();
        }
        var facts = batch.stream().map(Received::body).toList();
        watchAll(people.take(facts));
        facts.stream().map(ConnectionFact::node).distinct().forEach(this::watch);
    }

    /// Before the loops, so that nothing is read that is not watched.
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        running = true;
        nodes.startAgain(clock.instant()).block(TIMEOUT);
        watchLeaving();
        for (var node : wait(nodes.all())) {
            if (node.dead()) {
                abandon(node.id(), node.aliveAt());
            } else {
                watch(node.id());
            }
        }
    }

    private void watchLeaving() {
        var graceFromNow = wait(grace.period().map(clock.instant()::plus));
        wait(table.leaving()).forEach(member -> deadlines.set(new Deadline.Leaves(member), graceFromNow));
    }

    private void watchAll(Flux<Person> changed) {
        wait(changed).forEach(this::watch);
    }

    /// The deadline of somebody who came back is left to come: it looks and finds nothing due. Facts and deadlines
    /// are handled side by side, so what is known here may be old, and cancelling could hit a newer deadline.
    private void watch(Person person) {
        var leavesAt = person.standing().leavesAt();
        if (leavesAt != null) {
            deadlines.set(new Deadline.Leaves(person.who().id()), leavesAt);
        }
    }

    private void watch(String node) {
        deadlines.cancel(new Deadline.Forgotten(node));
        deadlines.set(new Deadline.Silent(node), clock.instant().plus(properties.nodeSilence()));
    }

    private void due(List<Deadline> now) {
        if (!running) {
            return;
        }
        try {
            now.forEach(this::keep);
            watchAll(people.leave(leaving(now)));
        } catch (RuntimeException failure) {
            LOG.warn("{} deadlines not kept, trying again: {}", now.size(), failure.toString());
            now.forEach(deadline -> deadlines.set(deadline, clock.instant().plus(TRY_AGAIN)));
        }
    }

    private void keep(Deadline deadline) {
        switch (deadline) {
            case Deadline.Silent silent -> bury(silent.node());
            case Deadline.Forgotten forgotten -> nodes.forget(forgotten.node()).block(TIMEOUT);
            case Deadline.Leaves leaves -> LOG.debug("the grace period of {} is over", leaves.member());
        }
    }

    /// People leave many at a time: after a gateway was lost, all at once.
    private static List<String> leaving(List<Deadline> now) {
        return now.stream()
                .filter(Deadline.Leaves.class::isInstance)
                .map(Deadline.Leaves.class::cast)
                .map(Deadline.Leaves::member)
                .sorted()
                .toList();
    }

    private void bury(String node) {
        var seen = nodes.bury(node, clock.instant().minus(properties.nodeSilence()))
                .block(TIMEOUT);
        if (seen != null) {
            LOG.warn("gateway {} has been silent since {}: its connections no longer count", node, seen);
            meters.counter("parlor.presence.gateways.lost").increment();
            abandon(node, seen);
        }
    }

    private void abandon(String node, Instant seen) {
        watchAll(people.settle(node, seen));
        deadlines.set(new Deadline.Forgotten(node), clock.instant().plus(properties.forgetAfter()));
    }

    private static <T> T wait(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(TIMEOUT));
    }

    private static <T> List<T> wait(Flux<T> flux) {
        var all = flux.collectList().block(TIMEOUT);
        return all == null ? List.of() : all;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
