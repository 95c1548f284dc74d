package chat.parlor.gateway.feed;

import chat.parlor.chassis.event.Received;
import chat.parlor.gateway.rooms.RoomState;
import chat.parlor.gateway.rooms.Rooms;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Turns what is heard into events of the feed. Only rooms of guests have any: their back rooms, and the rooms of
/// colleagues, never do.
@Component
class FeedWriter {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int MOST_LOOKUPS = 100;
    private static final String VERSION = ".v1";

    private final Rooms rooms;
    private final FeedStore store;
    private final FeedRooms told;
    private final FeedHead head;
    private final FeedProperties properties;
    private final TransactionalOperator transaction;
    private final JsonMapper json;
    private final Clock clock;

    FeedWriter(
            Rooms rooms,
            FeedStore store,
            FeedRooms told,
            FeedHead head,
            FeedProperties properties,
            TransactionalOperator transaction,
            JsonMapper json,
            Clock clock) {
        this.rooms = rooms;
        this.store = store;
        this.told = told;
        this.head = head;
        this.properties = properties;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /// Stores what the feed has of a batch, in its order; what it has already is passed over. Runs in the loop's own
    /// thread.
    void hear(List<Received<Heard>> batch) {
        var oldest = clock.instant().minus(properties.kept());
        var young = batch.stream()
                .filter(fact -> !fact.body().at().isBefore(oldest))
                .toList();
        if (!young.isEmpty()) {
            guests(young).flatMap(guests -> added(ofGuests(young, guests))).block(TIMEOUT);
        }
    }

    private Mono<Set<String>> guests(List<Received<Heard>> batch) {
        var unknown = batch.stream()
                .map(Received::body)
                .filter(Heard.Entry.class::isInstance)
                .map(Heard::room)
                .collect(Collectors.toSet());
        return Flux.fromIterable(unknown)
                .flatMap(rooms::find, MOST_LOOKUPS)
                .filter(RoomState::desk)
                .map(RoomState::id)
                .collect(Collectors.toSet());
    }

    private static List<Received<Heard>> ofGuests(List<Received<Heard>> batch, Set<String> guests) {
        return batch.stream()
                .filter(fact -> switch (fact.body()) {
                    case Heard.Entry entry -> guests.contains(entry.room());
                    case Heard.Room room -> "guest".equals(room.kind()) && room.status() != null;
                })
                .toList();
    }

    private Mono<Void> added(List<Received<Heard>> facts) {
        if (facts.isEmpty()) {
            return Mono.empty();
        }
        return store.lock()
                .flatMap(end -> told.of(changing(facts)).flatMap(known -> stored(end, facts, known)))
                .as(transaction::transactional)
                .doOnNext(head::moved)
                .then();
    }

    /// The rooms whose own state is among the facts: as a rule none.
    private static Set<String> changing(List<Received<Heard>> facts) {
        return facts.stream()
                .map(Received::body)
                .filter(Heard.Room.class::isInstance)
                .map(Heard::room)
                .collect(Collectors.toSet());
    }

    private Mono<Long> stored(long end, List<Received<Heard>> facts, Map<String, FeedRooms.Told> known) {
        var before = Map.copyOf(known);
        var events = new LinkedHashMap<String, FeedStore.Row>();
        for (var fact : facts) {
            events(fact, known)
                    .forEach(event ->
                            events.putIfAbsent(event.id(), row(fact.body().room(), event)));
        }
        var changed = known.values().stream()
                .filter(room -> !room.equals(before.get(room.room())))
                .toList();
        return told.save(changed).then(store.append(end, List.copyOf(events.values()), clock.instant()));
    }

    /// Adds rows that are events already, as one transaction.
    Mono<Long> append(List<FeedStore.Row> rows) {
        return store.lock()
                .flatMap(end -> store.append(end, rows, clock.instant()))
                .as(transaction::transactional)
                .doOnNext(head::moved);
    }

    private static List<NewEvent> events(Received<Heard> fact, Map<String, FeedRooms.Told> known) {
        return switch (fact.body()) {
            case Heard.Entry entry -> List.of(NewEvent.message(fact.type().replace(VERSION, ""), entry));
            case Heard.Room room -> changes(room, known);
        };
    }

    private static List<NewEvent> changes(Heard.Room room, Map<String, FeedRooms.Told> known) {
        var before = known.get(room.id());
        var now = FeedRooms.Told.of(room);
        var changes = new ArrayList<NewEvent>();
        if (now.isNewerThan(before)) {
            known.put(room.id(), now);
            if (now.differsFrom(before)) {
                changes.add(NewEvent.change(room));
            }
        }
        return changes;
    }

    private FeedStore.Row row(String room, NewEvent event) {
        return new FeedStore.Row(event.id(), room, event.type(), json.writeValueAsString(event));
    }
}
