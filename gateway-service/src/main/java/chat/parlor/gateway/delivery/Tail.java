package chat.parlor.gateway.delivery;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/// The newest entries of one room: a run without a gap. Not thread-safe; its channel guards it.
///
/// What comes from the log may be the repetition of an old entry, so a tail answers clients only once it is *anchored*:
/// a head read from the store was not newer than the run's end.
final class Tail {

    private final int mostEntries;
    private final int mostBytes;
    /// `last - entries.size() + 1` to `last`, without a gap.
    private final ArrayDeque<Entry> entries = new ArrayDeque<>();
    /// The epoch of the run; 0 before anything is known.
    private long epoch;
    /// The newest seq of the run, also when its entry was dropped already.
    private long last;
    /// Whether the run is known to reach the timeline's end.
    private boolean anchored;
    /// What the entries weigh.
    private int bytes;

    Tail(int mostEntries, int mostBytes) {
        this.mostEntries = mostEntries;
        this.mostBytes = mostBytes;
    }

    /// Appends what the log brought: doubles are dropped, a hole or a new epoch begins another run.
    void append(Entry entry) {
        if (entry.epoch() < epoch || (entry.epoch() == epoch && entry.seq() <= last)) {
            return;
        }
        if (entry.epoch() > epoch) {
            anchored = false;
            clear();
        } else if (entry.seq() > last + 1) {
            clear();
        }
        epoch = entry.epoch();
        last = entry.seq();
        add(entry);
        forget(entry);
    }

    /// Takes up what the store said. A run that does not reach the store's head is replaced.
    void anchor(Page page) {
        if (page.epoch() < epoch) {
            return;
        }
        var run = contiguousEnd(page);
        if (page.epoch() > epoch || last < page.head()) {
            clear();
            epoch = page.epoch();
            last = page.head();
            run.forEach(this::add);
            anchored = true;
        } else {
            anchored = true;
            run.reversed().stream().filter(entry -> entry.seq() < first()).forEach(this::prepend);
        }
    }

    private static List<Entry> contiguousEnd(Page page) {
        var from = page.entries().size();
        while (from > 0
                && page.entries().get(from - 1).seq()
                        == page.head() - (page.entries().size() - from)) {
            from--;
        }
        return page.entries().subList(from, page.entries().size());
    }

    /// Everything after `position`; empty when that cannot be said from here.
    Optional<List<Entry>> after(long ofEpoch, long position) {
        return anchored && position <= last ? next(ofEpoch, position) : Optional.empty();
    }

    /// The entries that follow `cursor`, which may be none; empty when they are not here.
    Optional<List<Entry>> next(long ofEpoch, long cursor) {
        if (ofEpoch != epoch || cursor < first() - 1) {
            return Optional.empty();
        }
        return Optional.of(
                entries.stream().filter(entry -> entry.seq() > cursor).toList());
    }

    int bytes() {
        return bytes;
    }

    /// Drops the entries; where the run ends stays known.
    void clear() {
        entries.clear();
        bytes = 0;
    }

    private long first() {
        return last - entries.size() + 1;
    }

    private void add(Entry entry) {
        entries.addLast(entry);
        bytes += entry.frame().size();
        while (entries.size() > mostEntries || bytes > mostBytes) {
            dropFirst();
        }
    }

    private void prepend(Entry entry) {
        if (entry.seq() == first() - 1
                && entries.size() < mostEntries
                && bytes + entry.frame().size() <= mostBytes) {
            entries.addFirst(entry);
            bytes += entry.frame().size();
        }
    }

    /// A deleted text is not given to anybody who comes later.
    private void forget(Entry entry) {
        var erased = entry.erases();
        while (erased != null && !entries.isEmpty() && first() <= erased) {
            dropFirst();
        }
    }

    private void dropFirst() {
        bytes -= entries.removeFirst().frame().size();
    }
}
