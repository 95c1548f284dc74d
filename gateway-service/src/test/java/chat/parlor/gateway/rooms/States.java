package chat.parlor.gateway.rooms;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// States of rooms for tests.
public final class States {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private States() {}

    /// A room of these members, named after their ids.
    public static RoomState of(String id, String kind, long version, String staff, String... members) {
        return kept(id, kind, version, staff, null, members);
    }

    /// The same with a keeper.
    public static RoomState kept(
            String id, String kind, long version, String staff, @Nullable String keeper, String... members) {
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
                keeper,
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
