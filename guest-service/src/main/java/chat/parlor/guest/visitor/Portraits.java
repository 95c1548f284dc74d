package chat.parlor.guest.visitor;

import chat.parlor.chassis.identity.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What staff see of a visitor.
@Component
class Portraits {

    /// The most conversations that are listed.
    private static final int CONVERSATIONS = 20;

    private final VisitorTable table;
    private final AttributeTable attributes;
    private final VisitTable visits;
    private final VisitorRooms rooms;

    Portraits(VisitorTable table, AttributeTable attributes, VisitTable visits, VisitorRooms rooms) {
        this.table = table;
        this.attributes = attributes;
        this.visits = visits;
        this.rooms = rooms;
    }

    /// The visitor of a room. Fails with a [VisitorRefusal].
    ///
    /// @param reader who asks
    /// @param credential with which it asks
    Mono<Visitor> of(String room, Caller reader, String credential) {
        return rooms.guestOf(room, credential)
                .flatMap(table::visitor)
                .switchIfEmpty(Mono.error(VisitorRefusal.NoVisitor::new))
                .flatMap(known -> whole(known, reader));
    }

    private Mono<Visitor> whole(Visitor known, Caller reader) {
        var led = table.rooms(known.id(), CONVERSATIONS).collectList().flatMap(ids -> rooms.conversations(ids, reader));
        return Mono.zip(
                        visits.pages(known.id()).collectList(),
                        attributes.of(known.id()).collectList(),
                        led)
                .map(found -> known.with(found.getT1(), found.getT2(), found.getT3()));
    }
}
