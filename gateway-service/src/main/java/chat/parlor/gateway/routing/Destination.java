package chat.parlor.gateway.routing;

import java.util.List;
import java.util.Locale;

/// A service behind the gateway and the paths it answers, the more special ones first.
enum Destination {
    GUEST,
    FILES,
    MESSAGE,
    PRESENCE,
    ROOM;

    String service() {
        return this == FILES ? MESSAGE.service() : name().toLowerCase(Locale.ROOT);
    }

    /// Whether the way is so long that only the limit of the whole request bounds it: files go through in both
    /// directions.
    boolean takesLong() {
        return this == FILES;
    }

    List<String> paths() {
        return switch (this) {
            case GUEST ->
                List.of(
                        "/api/v1/guests",
                        "/api/v1/guests/**",
                        "/api/v1/widget",
                        "/api/v1/widget/**",
                        "/api/v1/settings",
                        "/api/v1/settings/**");
            case FILES -> List.of("/api/v1/rooms/{room}/attachments", "/api/v1/rooms/{room}/attachments/**");
            case MESSAGE -> List.of("/api/v1/rooms/{room}/timeline");
            case PRESENCE -> List.of("/api/v1/presence", "/api/v1/presence/**");
            case ROOM ->
                List.of(
                        "/api/v1/rooms",
                        "/api/v1/rooms/**",
                        "/api/v1/replies",
                        "/api/v1/replies/**",
                        "/api/v1/link-patterns",
                        "/api/v1/queue");
        };
    }
}
