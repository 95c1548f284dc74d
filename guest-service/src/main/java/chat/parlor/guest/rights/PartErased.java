package chat.parlor.guest.rights;

import java.util.List;
import java.util.Map;

/// A service has erased its part of a guest, as far as it is read here.
sealed interface PartErased {

    /// What it belongs to.
    String erasure();

    /// Which part.
    Part part();

    /// How much it was, by what it was.
    Map<String, Long> removed();

    /// `rooms.erased.v1` of room-service.
    record Rooms(String erasure, List<Object> rooms) implements PartErased {

        public Rooms {
            rooms = List.copyOf(rooms);
        }

        @Override
        public Part part() {
            return Part.ROOMS;
        }

        @Override
        public Map<String, Long> removed() {
            return Map.of("rooms", (long) rooms.size());
        }
    }

    /// `timelines.erased.v1` of message-service.
    record Timelines(String erasure, long entries, long files, long bytes) implements PartErased {

        @Override
        public Part part() {
            return Part.MESSAGES;
        }

        @Override
        public Map<String, Long> removed() {
            return Map.of("entries", entries, "files", files, "bytes", bytes);
        }
    }

    /// `person.erased.v1` of presence-service.
    record Person(String erasure) implements PartErased {

        @Override
        public Part part() {
            return Part.PRESENCE;
        }

        @Override
        public Map<String, Long> removed() {
            return Map.of();
        }
    }
}
