package chat.parlor.message.ledger;

import chat.parlor.message.timeline.Entry;
import chat.parlor.message.timeline.Head;
import java.util.List;

/// A part of a timeline, as of one moment.
///
/// @param epoch the timeline's
/// @param head the newest seq of the timeline, which need not be on the page; 0 when there is no entry
/// @param entries folded, ascending by seq, without a gap
public record Page(long epoch, long head, List<Entry> entries) {

    static final Page EMPTY = new Page(Head.START.epoch(), Head.START.seq(), List.of());

    public Page {
        entries = List.copyOf(entries);
    }

    /// Whether this page holds every entry after `seq` of `epoch`.
    public boolean resumes(long epoch, long seq) {
        var same = epoch == this.epoch || epoch == Range.PRESENT_EPOCH;
        return same && seq <= head && head - seq == entries.size();
    }
}
