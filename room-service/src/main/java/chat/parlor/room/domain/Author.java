package chat.parlor.room.domain;

import chat.parlor.chassis.identity.Caller;
import java.util.Locale;

/// Who caused something, as timelines show it.
///
/// @param kind `account`, `guest`, `bot` or `system`
public record Author(String id, String kind, String name) {

    /// Parlor itself.
    public static final Author SYSTEM = new Author("system", "system", "Parlor");

    /// The caller as an author; a service acts as Parlor itself.
    public static Author of(Caller caller) {
        return switch (caller.kind()) {
            case SERVICE, ANONYMOUS -> SYSTEM;
            case ACCOUNT, GUEST, BOT ->
                new Author(caller.id(), caller.kind().name().toLowerCase(Locale.ROOT), caller.name());
        };
    }
}
