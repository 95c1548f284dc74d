package chat.parlor.chassis.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What a caller is.
public enum CallerKind {
    GUEST,
    ACCOUNT,
    BOT,
    SERVICE,
    ANONYMOUS;

    /// The name on the wire, in lower case.
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind of that wire name.
    ///
    /// @throws IllegalArgumentException for any other text
    @JsonCreator
    public static CallerKind of(String wire) {
        for (var kind : values()) {
            if (kind.wire().equals(wire)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("kind: " + wire + " (expected: guest, account, bot, service or anonymous)");
    }
}
