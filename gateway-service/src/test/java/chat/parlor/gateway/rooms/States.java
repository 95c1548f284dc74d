package chat.parlor.gateway.rooms;

import java.time.Instant;
import java.util.Arrays;

/// States of rooms for tests.
public final class States {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private States() {}

    /// A room of these members, named after their ids.
    public static RoomState of(String id, String kind, long version, String staff, String... members) {
        return new RoomState(
                id,
                version,
                kind,
                "Room",
                null,
                null,
                null,
                id + "b",
                null,
                staff,
                Arrays.stream(members)
                        .map(member -> new RoomState.Member(member, "Name of " + member, "account", "member", null))
                        .toList(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                NOON,
                NOON);
    }
}
