package chat.parlor.message.timeline;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// What is stored of a timeline, as far as the commands at hand need it: the entries with their author and id, and
/// those with a seq they name.
///
/// @param head how far the timeline is
/// @param entries the entries; they may be given in any order and are kept newest first
/// @param folds what became of messages, by their seq
public record Known(Head head, List<Recorded> entries, Map<Long, Fold> folds) {

    private static final Comparator<Recorded> NEWEST_FIRST = Comparator.comparingLong(
                    (Recorded recorded) -> recorded.entry().seq())
            .reversed();

    /// A timeline without entries.
    public static final Known NOTHING = new Known(Head.START, List.of(), Map.of());

    public Known {
        entries = entries.stream().sorted(NEWEST_FIRST).toList();
        folds = Map.copyOf(folds);
    }

    /// Whether it says all there is to know about the entry `seq`: it is the newest, or among the entries.
    public boolean covers(long seq) {
        return seq == head.seq()
                || entries.stream().anyMatch(recorded -> recorded.entry().seq() == seq);
    }
}
