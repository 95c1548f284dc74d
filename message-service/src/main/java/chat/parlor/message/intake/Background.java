package chat.parlor.message.intake;

import chat.parlor.message.access.Room;
import chat.parlor.message.timeline.Access;
import chat.parlor.message.timeline.Known;
import chat.parlor.message.timeline.RoomTimeline;
import chat.parlor.message.timeline.TimelineLimits;
import chat.parlor.message.timeline.Uploads;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// All that is known before a batch is decided on.
///
/// @param known what is stored of the timelines, by room
/// @param rooms the rooms that are known, by id
/// @param supervisors those who are, among the accounts for whom it makes a difference
/// @param uploads the files that wait for the messages at hand
/// @param confirmed the rooms about which nothing newer can be found out
record Background(
        Map<String, Known> known,
        Map<String, Room> rooms,
        Set<String> supervisors,
        Uploads uploads,
        Set<String> confirmed) {

    Background {
        known = Map.copyOf(known);
        rooms = Map.copyOf(rooms);
        supervisors = Set.copyOf(supervisors);
        confirmed = Set.copyOf(confirmed);
    }

    boolean knowsAll(Set<String> asked) {
        return rooms.keySet().containsAll(asked);
    }

    /// The same after room-service was asked about `asked` and answered `news`.
    Background confirmed(Set<String> asked, Map<String, Room> news) {
        var newer = new HashMap<>(rooms);
        newer.putAll(news);
        var all = new HashSet<>(confirmed);
        all.addAll(asked);
        return new Background(known, newer, supervisors, uploads, all);
    }

    /// The same with the supervisors that were found.
    Background supervised(Set<String> found) {
        return new Background(known, rooms, found, uploads, confirmed);
    }

    RoomTimeline timeline(String room, TimelineLimits limits) {
        var access = new Access(rooms.get(room), confirmed.contains(room), supervisors);
        return new RoomTimeline(room, known.getOrDefault(room, Known.NOTHING), access, limits, uploads);
    }
}
