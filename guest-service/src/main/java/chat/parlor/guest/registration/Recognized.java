package chat.parlor.guest.registration;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The answer to a signed identity.
///
/// @param guest the same on every browser
/// @param token proves it on this one, shown this once; none when the one that came with the request still does
/// @param room the conversation to go on with, as room-service shows it; none when there was none yet
record Recognized(
        Guest guest, @Nullable String token, @Nullable JsonNode room) {}
