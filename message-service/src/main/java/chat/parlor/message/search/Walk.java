package chat.parlor.message.search;

import chat.parlor.message.search.SearchIndex.Places;
import java.util.ArrayList;
import java.util.List;

/// A search on its way back through the index: how far it has come, and what it has found.
///
/// @param first the lowest place that matters
/// @param next the highest place that was not looked at yet
/// @param blocks how many blocks the next look takes in
/// @param hasLooked whether it has looked at anything yet
/// @param found what is to be shown, newest first
record Walk(long first, long next, int blocks, boolean hasLooked, List<Candidate> found) {

    /// What was not found in some blocks is rare: the next look takes in so many times more.
    private static final int WIDER = 8;

    private static final int WIDEST = 512;

    Walk {
        found = List.copyOf(found);
    }

    static Walk from(Places places, long before) {
        return new Walk(places.first(), Math.min(places.last(), before - 1), 1, false, List.of());
    }

    boolean isOver() {
        return next < first;
    }

    /// What the next look takes in.
    Places look() {
        var lowest = Math.max(0, lastBlock() - blocks + 1) << SearchIndex.BLOCK_BITS;
        return new Places(Math.max(first, lowest), next);
    }

    long firstBlock() {
        return look().first() >> SearchIndex.BLOCK_BITS;
    }

    long lastBlock() {
        return next >> SearchIndex.BLOCK_BITS;
    }

    /// After a look that was cut short at `last`, because there is more than was asked for.
    Walk cutAt(long last, List<Candidate> more) {
        return new Walk(first, last - 1, blocks, true, with(more));
    }

    /// After a look that has seen everything it took in.
    Walk done(List<Candidate> more) {
        return new Walk(first, look().first() - 1, Math.min(blocks * WIDER, WIDEST), true, with(more));
    }

    private List<Candidate> with(List<Candidate> more) {
        var all = new ArrayList<>(found);
        all.addAll(more);
        return all;
    }
}
