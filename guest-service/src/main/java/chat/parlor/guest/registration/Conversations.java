package chat.parlor.guest.registration;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.ids.Ids;
import chat.parlor.guest.admission.Admission;
import chat.parlor.guest.admission.GuestForm;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// Further conversations of guests who are known: one at a time.
@Component
class Conversations {

    private static final Logger LOG = LoggerFactory.getLogger(Conversations.class);
    /// Longer than any request lasts.
    private static final Duration LONGEST_OPENING = Duration.ofMinutes(1);

    private final Admission admission;
    private final GuestTable table;
    private final Rooms rooms;
    private final Announcements announcements;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Conversations(
            Admission admission,
            GuestTable table,
            Rooms rooms,
            Announcements announcements,
            TransactionalOperator transaction,
            Clock clock) {
        this.admission = admission;
        this.table = table;
        this.rooms = rooms;
        this.announcements = announcements;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// What comes with it.
    ///
    /// @param message the first thing to say
    /// @param page the address of the page the visitor is on
    record Opening(@Nullable String message, @Nullable String page) {}

    /// What came of it.
    ///
    /// @param begun whether it was not there before
    record Begun(Guest guest, JsonNode room, boolean begun) {}

    /// The guest's conversation that is not closed, or a new one. Asked twice at once, one begins.
    ///
    /// @return fails with an admission refusal, [GuestRefusal.UnknownToken] or [GuestRefusal.RoomsAway]
    Mono<Begun> begin(Opening opening, Caller caller) {
        return table.byId(caller.id())
                .switchIfEmpty(Mono.error(GuestRefusal.UnknownToken::new))
                .flatMap(guest -> rooms.newest(guest.id())
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .flatMap(last -> last.filter(Conversations::goesOn)
                                .map(room -> Mono.just(new Begun(guest, room, false)))
                                .orElseGet(() -> another(guest, last, opening, caller))));
    }

    private static boolean goesOn(JsonNode room) {
        return !"closed".equals(room.path("status").asString());
    }

    private Mono<Begun> another(Guest guest, Optional<JsonNode> last, Opening opening, Caller caller) {
        var form = new GuestForm(guest.name(), null, null, opening.message(), opening.page(), null);
        var over = last.map(room -> room.path("id").asString()).orElse("");
        return admission
                .admitKnown(form, caller.address())
                .flatMap(admitted -> next(guest, over)
                        .flatMap(room -> opened(guest, new Beginning(guest.id(), guest.name(), room, admitted, now())))
                        .doOnError(failure -> admission.revoke(admitted)));
    }

    /// The id of the room after `over`. Whoever comes second gets that of the first; a room that was not opened since
    /// will not be any more.
    private Mono<String> next(Guest guest, String over) {
        return table.begun(guest.id(), over, Ids.random("r_"), now(), now().minus(LONGEST_OPENING))
                .switchIfEmpty(Mono.defer(() -> table.roomOf(guest.id())))
                .as(transaction::transactional);
    }

    private Mono<Begun> opened(Guest guest, Beginning beginning) {
        return rooms.open(beginning)
                .delayUntil(room -> announcements.announce(beginning))
                .doOnNext(room -> LOG.info("guest {} began room {}", guest.id(), beginning.room()))
                .map(room -> new Begun(guest, room, true));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
