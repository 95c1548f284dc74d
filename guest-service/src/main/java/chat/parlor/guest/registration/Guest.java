package chat.parlor.guest.registration;

import org.jspecify.annotations.Nullable;

/// A guest as it sees itself.
record Guest(String id, String name, @Nullable String email) {}
