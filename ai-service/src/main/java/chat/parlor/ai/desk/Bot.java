package chat.parlor.ai.desk;

import chat.parlor.chassis.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Says something in a room, at most once, and only while the room is open and unchanged since the words were found.
@Component
class Bot {

    private static final Logger LOG = LoggerFactory.getLogger(Bot.class);
    private final RoomTable rooms;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final DeskProperties properties;
    private final MeterRegistry meters;
    private final Clock clock;

    Bot(
            RoomTable rooms,
            Outbox outbox,
            TransactionalOperator transaction,
            DeskProperties properties,
            MeterRegistry meters,
            Clock clock) {
        this.rooms = rooms;
        this.outbox = outbox;
        this.transaction = transaction;
        this.properties = properties;
        this.meters = meters;
        this.clock = clock;
    }

    /// Whether the bot has `word` still to say in `room`.
    boolean wants(Word word, Room room) {
        return properties.says(word) && room.open() && !room.said(word);
    }

    /// Says `text`, unless the room has moved on since it was looked at as `known`.
    Mono<Void> say(Word word, Room known, String text) {
        return rooms.locked(known.id())
                .filter(now -> wants(word, now) && now.fence() == known.fence())
                .flatMap(now -> announce(word, now, text))
                .as(transaction::transactional);
    }

    private Mono<Void> announce(Word word, Room room, String text) {
        return rooms.said(word, room.id())
                .then(Mono.defer(() -> outbox.append(BotMessage.of(word, room, text, now()))))
                .doOnSuccess(said -> meters.counter("parlor.ai.messages", "word", word.wire())
                        .increment())
                .doOnSuccess(said -> LOG.info("{} said in room {}", word.wire(), room.id()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
