package chat.parlor.room.desk;

import chat.parlor.room.domain.Author;
import chat.parlor.room.inbox.GuestMessages;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Puts rooms into the queue again when the guest writes and nobody is there to answer.
@Component
final class GuestsReturning implements GuestMessages {

    private final Desk desk;
    private final Absences absences;

    GuestsReturning(Desk desk, Absences absences) {
        this.desk = desk;
        this.absences = absences;
    }

    @Override
    public Mono<Void> arrived(Map<String, Author> guests) {
        return absences.needAnAgent(guests.keySet())
                .collectList()
                .flatMapIterable(rooms -> rooms)
                .concatMap(found -> desk.turn(
                        found.room(),
                        new DeskCommand.Hear(found.away()),
                        Objects.requireNonNull(guests.get(found.room()))))
                .then();
    }
}
