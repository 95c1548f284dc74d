package chat.parlor.gateway.delivery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How far the members of one room have read: those who moved last. Not thread-safe; its channel guards it.
final class ReadMarks {

    private static final int MOST = 200;

    /// By member; who moved last is last.
    private final Map<String, Mark> marks = new LinkedHashMap<>();

    /// How far one member has read.
    ///
    /// @param ordinal how many messages that are
    record Mark(String member, long seq, long ordinal) {}

    /// Takes a mark; one that is behind changes nothing.
    void take(Mark mark) {
        var had = marks.get(mark.member());
        if (had == null || had.seq() < mark.seq()) {
            marks.remove(mark.member());
            marks.put(mark.member(), mark);
        }
        if (marks.size() > MOST) {
            marks.remove(marks.keySet().iterator().next());
        }
    }

    List<Mark> all() {
        return List.copyOf(marks.values());
    }
}
