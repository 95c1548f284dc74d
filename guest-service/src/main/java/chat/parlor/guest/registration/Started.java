package chat.parlor.guest.registration;

import tools.jackson.databind.JsonNode;

/// The answer to a form.
///
/// @param guest who the visitor is from now on
/// @param token proves it; shown this once, stored nowhere
/// @param room the room as room-service shows it
record Started(Guest guest, String token, JsonNode room) {}
