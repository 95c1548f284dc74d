package chat.parlor.guest.rights;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A guest as administrators look it up.
record KeptGuest(
        String id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        Instant registeredAt) {}
