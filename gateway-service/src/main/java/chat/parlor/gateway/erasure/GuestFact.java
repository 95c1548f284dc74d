package chat.parlor.gateway.erasure;

/// `guest.erasing.v1` and `guest.erased.v1` of guest-service, as far as they are read here.
///
/// @param by the account that decided it
record GuestFact(String guest, String by) {}
