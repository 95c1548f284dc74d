package chat.parlor.gateway.commands;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.event.Publisher;
import chat.parlor.chassis.identity.Caller;
import chat.parlor.gateway.commands.Outcome.Refused;
import chat.parlor.gateway.commands.Outcome.Stored;
import chat.parlor.gateway.commands.Outcome.Unknown;
import chat.parlor.gateway.delivery.TimelineFact.EntryFact;
import chat.parlor.gateway.delivery.TimelineFact.RefusedFact;
import chat.parlor.gateway.delivery.TimelineListener;
import chat.parlor.gateway.frame.ClientFrame;
import chat.parlor.gateway.frame.Frame;
import chat.parlor.gateway.tick.Ticks;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The one door for changes of a timeline, from sockets and from REST: one writer, one order, one answer.
@Component
@Order(0) // acknowledgements before the fan-out
public class Commands implements TimelineListener {

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);
    private static final String TOPIC = "message.send";
    private static final Duration SWEEP = Duration.ofMillis(100);

    private final Pending pending = new Pending();
    private final Publisher publisher;
    private final CommandsProperties properties;
    private final Clock clock;
    private final Timer sendToAck;

    Commands(Publisher publisher, CommandsProperties properties, Clock clock, Ticks ticks, MeterRegistry meters) {
        this.publisher = publisher;
        this.properties = properties;
        this.clock = clock;
        this.sendToAck = Timer.builder("parlor.send.to.ack")
                .description("From a command at the edge to its acknowledgement")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(meters);
        meters.gauge("parlor.commands.pending", pending, Pending::size);
        ticks.every(SWEEP, () -> pending.expire(clock.instant().minus(properties.answerTimeout())));
    }

    /// Gives a command in the caller's name.
    ///
    /// @return its outcome, within the answer timeout; never fails, never empty
    public Mono<Outcome> give(Caller caller, ClientFrame.Command frame) {
        return Mono.create(sink -> give(caller, frame, sink::success));
    }

    /// The same, for who needs no publisher; `answer` may be called in any thread, also before this returns.
    public void give(Caller caller, ClientFrame.Command frame, Consumer<Outcome> answer) {
        if (pending.size() >= properties.mostPending()) {
            answer.accept(new Refused("too-many", "This node has too much to do", SWEEP.toMillis() * 10));
            return;
        }
        var command = TimelineCommand.of(frame, caller, now());
        var key = new Pending.Key(frame.room(), caller.id(), frame.id());
        switch (pending.add(key, command, answer)) {
            case FIRST -> publish(key, command);
            case AGAIN -> LOG.debug("{} {} is under way already", frame.type(), frame.id());
            case CONFLICT -> answer.accept(new Refused("id-reused", "This id already names something else", null));
        }
    }

    private void publish(Pending.Key key, TimelineCommand command) {
        publisher.publish(Event.of(TOPIC, key.room(), command.type(), command)).subscribe(nothing -> {}, failure -> {
            LOG.warn("{} {} in {} not published: {}", command.type(), key.id(), key.room(), failure.toString());
            pending.unknown(key);
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public void entry(EntryFact entry, Frame frame) {
        pending.stored(entry, frame);
    }

    @Override
    public void refused(RefusedFact refused) {
        pending.refused(refused);
    }

    /// Times an outcome that is about to be told to its sender.
    public void told(Outcome outcome) {
        switch (outcome) {
            case Stored stored
            when !stored.repeated() ->
                sendToAck.record(Duration.between(stored.entry().at(), clock.instant()));
            case Stored repeated ->
                LOG.debug("entry {} was there", repeated.entry().seq());
            case Refused refused -> LOG.debug("refused: {}", refused.code());
            case Unknown unknown -> LOG.debug("outcome unknown");
        }
    }
}
