package chat.parlor.gateway.commands;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.event.Publisher;
import chat.parlor.chassis.identity.Caller;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Hands read marks to message-service. A mark that does not grow is not worth a record.
@Component
public class Reads {

    private static final Logger LOG = LoggerFactory.getLogger(Reads.class);
    private static final int MOST_REMEMBERED = 20_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final Publisher publisher;
    private final Clock clock;
    private final Cache<Reader, Long> newest = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(REMEMBERED)
            .build();

    Reads(Publisher publisher, Clock clock) {
        this.publisher = publisher;
        this.clock = clock;
    }

    private record Reader(String room, String member) {}

    record ReadCommand(String room, String member, long seq, Instant at) {}

    /// `caller`, who may read `room`, has read up to `seq`.
    public void mark(Caller caller, String room, long seq) {
        var reader = new Reader(room, caller.id());
        var had = newest.getIfPresent(reader);
        if (had != null && had >= seq) {
            return;
        }
        newest.put(reader, seq);
        var command = new ReadCommand(room, caller.id(), seq, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        publisher
                .publish(Event.of("message.send", room, "message.read.v1", command))
                .subscribe(nothing -> {}, failure -> {
                    newest.invalidate(reader);
                    LOG.warn("read mark in {} not published: {}", room, failure.toString());
                });
    }
}
