package chat.parlor.gateway.routing;

import java.util.List;
import java.util.Locale;

/// A service behind the gateway and the paths it answers, the more special ones first.
enum Destination {
    EXPORT,
    GUEST,
    FILES,
    MESSAGE,
    PRESENCE,
    ROOM;

    String service() {
        return switch (this) {
            case EXPORT -> GUEST.service();
            case FILES -> MESSAGE.service();
            case GUEST, MESSAGE, PRESENCE, ROOM -> name().toLowerCase(Locale.ROOT);
        };
    }

    /// Whether the way is so long that only the limit of the whole request bounds it: files go through in both
    /// directions.
    boolean takesLong() {
        return this == FILES || this == EXPORT;
    }

    List<String> paths() {
        return switch (this) {
            case EXPORT -> List.of("/api/v1/guests/{guest}/export");
            case GUEST ->
                List.of(
                        "/api/v1/guests",
                        "/api/v1/guests/**",
                        "/api/v1/widget",
                        "/api/v1/widget/**",
                        "/api/v1/settings",
                        "/api/v1/settings/**",
                        "/api/v1/rooms/{room}/visitor");
            case FILES -> List.of("/api/v1/rooms/{room}/attachments", "/api/v1/rooms/{room}/attachments/**");
            case MESSAGE -> List.of("/api/v1/rooms/{room}/timeline", "/api/v1/rooms/{room}/search", "/api/v1/search");
            case PRESENCE -> List.of("/api/v1/presence", "/api/v1/presence/**");
            case ROOM ->
                List.of(
                        "/api/v1/rooms",
                        "/api/v1/rooms/**",
                        "/api/v1/replies",
                        "/api/v1/replies/**",
                        "/api/v1/link-patterns",
                        "/api/v1/tags",
                        "/api/v1/tags/**",
                        "/api/v1/reports",
                        "/api/v1/reports/**",
                        "/api/v1/queue",
                        "/api/v1/routing",
                        "/api/v1/routing/**",
                        "/api/v1/visibility",
                        "/api/v1/retention",
                        "/api/v1/retention/**");
        };
    }
}
