package chat.parlor.guest.registration;

import chat.parlor.chassis.ids.Ids;
import chat.parlor.guest.admission.Admitted;
import java.time.Instant;

/// A guest about to exist, with everything that is decided once.
///
/// @param id who the guest is from now on
/// @param token proves it; only its hash is stored
/// @param room the id of its first room
/// @param form what the guest filled in
/// @param at when it registered, to the millisecond
record Registration(String id, String token, String room, Admitted form, Instant at) {

    /// What the tokens of guests begin with.
    static final String TOKEN = "pg_";

    static Registration of(Admitted form, Instant at) {
        return new Registration(Ids.random("g_"), Ids.secret(TOKEN), Ids.random("r_"), form, at);
    }

    String name() {
        return form.name();
    }

    Beginning beginning() {
        return new Beginning(id, name(), room, form, at);
    }

    Guest guest() {
        return new Guest(id, name(), form.email());
    }
}
