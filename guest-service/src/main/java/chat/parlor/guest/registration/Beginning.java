package chat.parlor.guest.registration;

import chat.parlor.guest.admission.Admitted;
import java.time.Instant;

/// A conversation about to exist.
///
/// @param guest whose it is
/// @param name what the guest is called in it
/// @param form what came with it
/// @param at when it begins, to the millisecond
record Beginning(String guest, String name, String room, Admitted form, Instant at) {}
