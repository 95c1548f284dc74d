package chat.parlor.guest.registration;

import chat.parlor.guest.admission.Admission;
import chat.parlor.guest.admission.AdmissionRefusal;
import chat.parlor.guest.admission.Admitted;
import chat.parlor.guest.admission.GuestForm;
import chat.parlor.guest.identity.Identities;
import chat.parlor.guest.identity.IdentityRefusal;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// Lets visitors in as guests, and knows them again.
@Component
class Guests {

    private static final Logger LOG = LoggerFactory.getLogger(Guests.class);
    private static final String STARTS = "parlor.guest.starts";

    private final Identities identities;
    private final Admission admission;
    private final GuestTable table;
    private final Rooms rooms;
    private final Announcements announcements;
    private final MeterRegistry meters;
    private final Clock clock;

    Guests(
            Identities identities,
            Admission admission,
            GuestTable table,
            Rooms rooms,
            Announcements announcements,
            MeterRegistry meters,
            Clock clock) {
        this.identities = identities;
        this.admission = admission;
        this.table = table;
        this.rooms = rooms;
        this.announcements = announcements;
        this.meters = meters;
        this.clock = clock;
    }

    /// Makes a guest of a visitor: stores it, opens its room, announces it with its first message.
    ///
    /// Once begun it is finished even when the visitor hangs up: a query is never cancelled half-way.
    ///
    /// @return fails with an [AdmissionRefusal], [IdentityRefusal.Required] or [GuestRefusal.RoomsAway]; after
    ///     the latter the visitor may simply try again
    Mono<Started> start(GuestForm form, @Nullable String address) {
        return identities
                .requireNobody()
                .then(admission.admit(form, address))
                .flatMap(this::register)
                .doOnSuccess(started -> count("started"))
                .doOnError(failure -> count(outcome(failure)))
                .cache();
    }

    private Mono<Started> register(Admitted form) {
        var registration = Registration.of(form, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return table.insert(registration)
                .then(Mono.defer(() -> rooms.open(registration.beginning())))
                .flatMap(room -> announced(registration, room))
                .doOnError(failure -> admission.revoke(form));
    }

    private Mono<Started> announced(Registration registration, JsonNode room) {
        return announcements
                .announce(registration.beginning())
                .thenReturn(new Started(registration.guest(), registration.token(), room))
                .doOnNext(started -> LOG.info("guest {} started room {}", registration.id(), registration.room()));
    }

    private static String outcome(Throwable failure) {
        return failure instanceof AdmissionRefusal || failure instanceof IdentityRefusal ? "refused" : "failed";
    }

    private void count(String outcome) {
        meters.counter(STARTS, "outcome", outcome).increment();
    }

    /// The guest with this id and its rooms; fails with [GuestRefusal.UnknownToken] when there is none.
    ///
    /// @param credential what the guest's rooms are asked for with
    Mono<Me> me(String id, String credential) {
        return table.byId(id)
                .switchIfEmpty(Mono.error(GuestRefusal.UnknownToken::new))
                .flatMap(guest -> rooms.of(credential).map(items -> new Me(guest, items)));
    }

    /// Whose token it is; empty when it is nobody's.
    Mono<Guest> byToken(String token) {
        return table.byToken(token, clock.instant());
    }
}
