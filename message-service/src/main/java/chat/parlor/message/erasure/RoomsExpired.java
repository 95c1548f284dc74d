package chat.parlor.message.erasure;

import java.util.List;

/// `rooms.expired.v1` of room-service, as far as it is read here: rooms that were kept long enough.
record RoomsExpired(List<Gone> rooms) implements RoomsGone {

    RoomsExpired {
        rooms = List.copyOf(rooms);
    }
}
