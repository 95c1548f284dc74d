package chat.parlor.guarantees;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// All that happened, for the guarantees to judge.
public record Recording(List<Sending> sendings, List<Stream> streams, List<History> histories) {
    /// Copies its lists.
    public Recording {
        sendings = List.copyOf(sendings);
        streams = List.copyOf(streams);
        histories = List.copyOf(histories);
    }

    /// The acknowledged messages of each room.
    Map<String, List<Sending>> acknowledged() {
        return sendings.stream()
                .filter(Sending::isAcknowledged)
                .collect(Collectors.groupingBy(
                        sending -> sending.message().room(), TreeMap::new, Collectors.toUnmodifiableList()));
    }

    /// One history of each room, of whomever: [SameForAll] says whether the others are equal.
    Map<String, History> oneHistoryPerRoom() {
        return histories.stream()
                .collect(Collectors.toMap(History::room, history -> history, (first, other) -> first, TreeMap::new));
    }
}
