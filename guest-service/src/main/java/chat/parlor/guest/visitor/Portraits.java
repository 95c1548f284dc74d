package chat.parlor.guest.visitor;

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
    /// @param credential of who asks
    Mono<Visitor> of(String room, String credential) {
        return rooms.guestOf(room, credential)
                .flatMap(table::visitor)
                .switchIfEmpty(Mono.error(VisitorRefusal.NoVisitor::new))
                .flatMap(this::whole);
    }

    private Mono<Visitor> whole(Visitor known) {
        var led = table.rooms(known.id(), CONVERSATIONS).collectList().flatMap(rooms::conversations);
        return Mono.zip(
                        visits.pages(known.id()).collectList(),
                        attributes.of(known.id()).collectList(),
                        led)
                .map(found -> known.with(found.getT1(), found.getT2(), found.getT3()));
    }
}
