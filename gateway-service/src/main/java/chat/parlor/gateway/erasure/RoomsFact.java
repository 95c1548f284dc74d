package chat.parlor.gateway.erasure;

import java.util.List;

/// `rooms.erased.v1` and `rooms.expired.v1` of room-service, as far as they are read here.
record RoomsFact(List<Gone> rooms) {

    RoomsFact {
        rooms = List.copyOf(rooms);
    }

    /// A room that is gone.
    record Gone(String id) {}

    List<String> ids() {
        return rooms.stream().map(Gone::id).toList();
    }
}
