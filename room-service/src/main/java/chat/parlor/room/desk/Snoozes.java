package chat.parlor.room.desk;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.repeat.Repeating;
import chat.parlor.room.domain.Author;
import chat.parlor.room.domain.Room;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Puts conversations aside and brings them back when their time has come. The times are in the database alone: they
/// outlive this node, and whichever node looks first brings a room back.
@Component
class Snoozes {

    /// How many are brought back before it is looked again.
    private static final int MOST = 500;
    private static final String DUE =
            "select id from rooms where snoozed_until <= :now order by snoozed_until limit " + MOST;

    private final Desk desk;
    private final DatabaseClient database;
    private final SnoozeProperties properties;
    private final Clock clock;

    Snoozes(Desk desk, DatabaseClient database, SnoozeProperties properties, Clock clock) {
        this.desk = desk;
        this.database = database;
        this.properties = properties;
        this.clock = clock;
    }

    /// Puts a room aside; fails with [DeskRefusal.BadTime] when `until` is absent, past or too far away.
    Mono<Room> snooze(String room, Caller caller, @Nullable Instant until) {
        var now = clock.instant();
        if (until == null || !until.isAfter(now) || until.isAfter(now.plus(properties.longest()))) {
            return Mono.error(new DeskRefusal.BadTime(properties.longest()));
        }
        return desk.turn(
                room,
                caller,
                DeskAccess.ASSIGNEE_OR_SUPERVISOR,
                new DeskCommand.Snooze(until.truncatedTo(ChronoUnit.MILLIS)));
    }

    @Bean
    Repeating snoozesEnding() {
        return Repeating.every(properties.look(), "bring snoozed rooms back", this::wakeDue);
    }

    private Mono<Void> wakeDue() {
        return database.sql(DUE)
                .bind("now", clock.instant())
                .map(row -> Objects.requireNonNull(row.get("id", String.class)))
                .all()
                .collectList()
                .flatMapIterable(rooms -> rooms)
                .concatMap(room -> desk.turn(room, new DeskCommand.Tick(), Author.SYSTEM))
                .then();
    }
}
