package chat.parlor.ai.desk;

import chat.parlor.ai.reply.Question;
import chat.parlor.ai.reply.Replier;
import chat.parlor.chassis.event.Received;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Hears of rooms, guests and messages and lets the bot say what is due. Its methods run in the loops' own threads and
/// block
/// until a batch is done.
@Component
class Desk {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final RoomTable rooms;
    private final RoomLookup lookup;
    private final Replier replier;
    private final Bot bot;

    Desk(RoomTable rooms, RoomLookup lookup, Replier replier, Bot bot) {
        this.rooms = rooms;
        this.lookup = lookup;
        this.replier = replier;
        this.bot = bot;
    }

    /// Takes news of rooms over.
    void rooms(List<Received<RoomState>> batch) {
        rooms.save(batch.stream().map(Received::body).filter(RoomState::ofGuest).toList())
                .block(TIMEOUT);
    }

    /// Greets new guests. News of a room alone would be too early: the greeting would overtake the guest's own words.
    void guests(List<Received<GuestRegistered>> batch) {
        known(batch.stream().map(news -> news.body().room()).collect(Collectors.toSet()))
                .filter(room -> bot.wants(Word.GREETING, room))
                .concatMap(this::greet)
                .then()
                .block(TIMEOUT);
    }

    private Mono<Void> greet(Room room) {
        return replier.greeting(room.guest()).flatMap(text -> bot.say(Word.GREETING, room, text));
    }

    /// Answers what guests said first.
    void messages(List<Received<MessageSent>> batch) {
        var first = new LinkedHashMap<String, MessageSent>();
        batch.stream()
                .map(Received::body)
                .filter(MessageSent::byGuest)
                .forEach(message -> first.putIfAbsent(message.room(), message));
        known(first.keySet())
                .filter(room -> bot.wants(Word.ANSWER, room))
                .concatMap(room -> answer(room, first))
                .then()
                .block(TIMEOUT);
    }

    private Mono<Void> answer(Room room, Map<String, MessageSent> first) {
        return Mono.justOrEmpty(first.get(room.id()))
                .flatMap(message -> replier.answer(new Question(room.guest(), message.text())))
                .flatMap(text -> bot.say(Word.ANSWER, room, text));
    }

    /// A guest or a message may come before the news of its room: then room-service is asked, once for the batch.
    private Flux<Room> known(Set<String> ids) {
        if (ids.isEmpty()) {
            return Flux.empty();
        }
        return rooms.byIds(ids).collectList().flatMapMany(found -> withMissing(ids, found));
    }

    private Flux<Room> withMissing(Set<String> ids, List<Room> found) {
        var missing = new HashSet<>(ids);
        found.forEach(room -> missing.remove(room.id()));
        if (missing.isEmpty()) {
            return Flux.fromIterable(found);
        }
        return lookup.of(missing)
                .map(states -> states.stream().filter(RoomState::ofGuest).toList())
                .flatMap(rooms::save)
                .thenMany(Flux.defer(() -> rooms.byIds(ids)));
    }
}
