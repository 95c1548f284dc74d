package chat.parlor.room.membership;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Bounds of rooms.
///
/// @param maxMembers the most members a room may have, 2 to 1,000; 50 by default
@ConfigurationProperties("parlor.room")
record MembershipProperties(@DefaultValue("50") int maxMembers) {

    private static final int MOST = 1_000;

    MembershipProperties {
        if (maxMembers < 2 || maxMembers > MOST) {
            throw new IllegalArgumentException("parlor.room.max-members: " + maxMembers + " (expected: 2 to 1000)");
        }
    }
}
