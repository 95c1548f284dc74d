package chat.parlor.message.erasure;

import java.util.List;

/// `rooms.erased.v1` of room-service, as far as it is read here: rooms that are gone, and whose timelines are to go.
///
/// @param erasure what it belongs to
/// @param guest whose rooms they were
record RoomsErased(String erasure, String guest, List<Gone> rooms) implements RoomsGone {

    RoomsErased {
        if (erasure == null || guest == null) {
            throw new IllegalArgumentException("erasure and guest: expected both");
        }
        rooms = List.copyOf(rooms);
    }
}
