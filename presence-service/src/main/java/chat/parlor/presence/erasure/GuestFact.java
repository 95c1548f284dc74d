package chat.parlor.presence.erasure;

/// `guest.erasing.v1` and `guest.erased.v1` of guest-service, as far as they are read here.
sealed interface GuestFact {

    /// Whom it is about.
    String guest();

    /// The guest is to be forgotten.
    record Erasing(String erasure, String guest) implements GuestFact {}

    /// Everybody has done so: the guest's last socket is long gone.
    record Erased(String guest) implements GuestFact {}
}
