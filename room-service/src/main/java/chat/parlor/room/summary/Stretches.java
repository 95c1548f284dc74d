package chat.parlor.room.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Cuts a timeline into conversations. A guest who writes into a resolved one reopens it, so what stands between an
/// end and the notice that it was reopened belongs to what comes after.
final class Stretches {

    private final List<Stretch> over = new ArrayList<>();
    private Stretch current = new Stretch();
    /// What came after the last end; goes to whichever stretch it turns out to belong to.
    private final List<LogEntry> afterwards = new ArrayList<>();

    Stretches take(LogEntry entry) {
        if (current.ended() == null) {
            current.take(entry);
            return this;
        }
        afterwards.add(entry);
        if (entry.isNotice("reopened")) {
            begin();
        } else if (entry.isNotice("resolved") || entry.isNotice("closed")) {
            goOn();
        }
        return this;
    }

    /// Those that have ended, the oldest first.
    List<Summary> ended() {
        return Stream.concat(over.stream(), Stream.of(current))
                .map(Stretch::ended)
                .filter(Objects::nonNull)
                .toList();
    }

    private void begin() {
        over.add(current);
        current = new Stretch();
        goOn();
    }

    private void goOn() {
        afterwards.forEach(current::take);
        afterwards.clear();
    }
}
