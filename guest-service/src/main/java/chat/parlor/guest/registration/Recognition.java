package chat.parlor.guest.registration;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.identity.CallerKind;
import chat.parlor.chassis.ids.Ids;
import chat.parlor.guest.identity.Identities;
import chat.parlor.guest.identity.SignedGuest;
import chat.parlor.guest.visitor.Visitors;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Knows somebody again by what the host page's server signed, on whichever browser.
///
/// A guest nobody signed for, who is signed for now, becomes that person with its conversation, unless that person
/// has been here before: conversations of two guests are never mixed.
@Component
class Recognition {

    private static final Logger LOG = LoggerFactory.getLogger(Recognition.class);

    private final Identities identities;
    private final SubjectTable table;
    private final Visitors visitors;
    private final Rooms rooms;
    private final TransactionalOperator transaction;
    private final Tokens tokens;
    private final Clock clock;

    Recognition(
            Identities identities,
            SubjectTable table,
            Visitors visitors,
            Rooms rooms,
            TransactionalOperator transaction,
            Tokens tokens,
            Clock clock) {
        this.identities = identities;
        this.table = table;
        this.visitors = visitors;
        this.rooms = rooms;
        this.transaction = transaction;
        this.tokens = tokens;
        this.clock = clock;
    }

    private record Known(Guest guest, @Nullable String token) {}

    /// Whom `token` names, from now on in this browser.
    ///
    /// @param caller who the browser was until now, maybe nobody
    /// @return fails with an [IdentityRefusal], or with [GuestRefusal.RoomsAway]
    Mono<Recognized> recognize(String token, Caller caller) {
        return identities
                .verified(token)
                .flatMap(signed -> known(signed, caller))
                .flatMap(known -> rooms.newest(known.guest().id())
                        .map(room -> new Recognized(known.guest(), known.token(), room))
                        .defaultIfEmpty(new Recognized(known.guest(), known.token(), null)));
    }

    private Mono<Known> known(SignedGuest signed, Caller caller) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return table.lock(signed.subject())
                .then(table.known(signed))
                .flatMap(guest -> again(guest, caller, now))
                .switchIfEmpty(Mono.defer(() -> claimed(signed, caller, now)))
                .switchIfEmpty(Mono.defer(() -> newcomer(signed, caller, now)))
                .delayUntil(known -> visitors.signed(known.guest().id(), signed.attributes()))
                .as(transaction::transactional);
    }

    private Mono<Known> again(Guest guest, Caller caller, Instant now) {
        return caller.is(CallerKind.GUEST) && caller.id().equals(guest.id())
                ? Mono.just(new Known(guest, null))
                : letIn(guest, now);
    }

    private Mono<Known> letIn(Guest guest, Instant now) {
        return tokens.another(guest.id(), now).map(token -> new Known(guest, token));
    }

    private Mono<Known> claimed(SignedGuest signed, Caller caller, Instant now) {
        return Mono.just(caller)
                .filter(who -> who.is(CallerKind.GUEST))
                .flatMap(who -> table.claimed(who.id(), signed))
                .delayUntil(guest -> tokens.endAll(guest.id()))
                .doOnNext(guest -> LOG.info("guest {} is signed for now", guest.id()))
                .flatMap(guest -> letIn(guest, now));
    }

    private Mono<Known> newcomer(SignedGuest signed, Caller caller, Instant now) {
        return table.insert(Ids.random("g_"), signed, caller.address(), now)
                .doOnNext(guest -> LOG.info("guest {} came, signed for", guest.id()))
                .flatMap(guest -> letIn(guest, now));
    }
}
