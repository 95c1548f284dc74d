package chat.parlor.room.accounts;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What this service reads of `account.changed.v1` and of the gateway's answer about accounts.
record AccountChanged(
        @Nullable String id,
        @Nullable String name,
        @Nullable Set<String> roles,
        @Nullable Boolean disabled) {

    Account account() {
        return new Account(
                Objects.requireNonNull(id, "id: missing"),
                Objects.requireNonNull(name, "name: missing"),
                roles == null ? Set.of() : roles,
                Boolean.TRUE.equals(disabled));
    }
}
