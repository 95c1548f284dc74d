package chat.parlor.guest.registration;

import tools.jackson.databind.JsonNode;

/// What a returning guest finds.
///
/// @param rooms its rooms as room-service shows them
record Me(Guest guest, JsonNode rooms) {}
