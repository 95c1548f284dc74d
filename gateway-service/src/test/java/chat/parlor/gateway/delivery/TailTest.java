package chat.parlor.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.gateway.frame.Frame;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TailTest {

    private static final int FRAME =
            Frame.of("message.sent", false, new byte[10]).size();

    private final Tail tail = new Tail(5, 1_000);

    private static Entry entry(long epoch, long seq) {
        return new Entry(epoch, seq, Frame.of("message.sent", false, new byte[10]), null, null);
    }

    private static Page page(long epoch, long from, long head) {
        return new Page(epoch, head, true, entries(epoch, from, head), List.of(), new byte[0]);
    }

    private static List<Entry> entries(long epoch, long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(seq -> entry(epoch, seq))
                .toList();
    }

    private void append(long... seqs) {
        LongStream.of(seqs).forEach(seq -> tail.append(entry(1, seq)));
    }

    private static Optional<List<Long>> seqs(Optional<List<Entry>> found) {
        return found.map(entries -> entries.stream().map(Entry::seq).toList());
    }

    @Test
    void saysNothingBeforeTheStoreWasAsked() {
        append(7, 8);

        assertThat(tail.after(1, 7)).isEmpty();
    }

    @Test
    void answersPositionsItReachesBackTo() {
        tail.anchor(page(1, 7, 8));
        append(9, 10);

        assertThat(seqs(tail.after(1, 6))).contains(List.of(7L, 8L, 9L, 10L));
        assertThat(seqs(tail.after(1, 10))).contains(List.of());
        assertThat(tail.after(1, 5)).isEmpty();
        assertThat(tail.after(1, 11)).isEmpty();
        assertThat(tail.after(2, 8)).isEmpty();
    }

    @Test
    void repetitionsDoNotPassForTheEnd() {
        append(3, 4);
        tail.anchor(page(1, 51, 100));

        assertThat(tail.after(1, 4)).isEmpty();
        assertThat(seqs(tail.after(1, 99))).contains(List.of(100L));
    }

    @Test
    void doublesAreDropped() {
        tail.anchor(page(1, 1, 1));
        append(2, 2, 1, 3, 2);

        assertThat(seqs(tail.after(1, 0))).contains(List.of(1L, 2L, 3L));
    }

    @Test
    void holeBeginsAnotherRun() {
        tail.anchor(page(1, 1, 2));
        append(3, 6, 7);

        assertThat(tail.after(1, 3)).isEmpty();
        assertThat(seqs(tail.after(1, 5))).contains(List.of(6L, 7L));
    }

    @Test
    void whatCameWhileTheStoreWasAskedIsKept() {
        append(11, 12);
        tail.anchor(page(1, 9, 10));

        assertThat(seqs(tail.after(1, 8))).contains(List.of(9L, 10L, 11L, 12L));
    }

    @Test
    void newEpochBeginsAnotherRunAndHasToBeAnchored() {
        tail.anchor(page(1, 1, 3));
        tail.append(entry(2, 1));
        tail.append(entry(1, 4));

        assertThat(tail.after(1, 3)).isEmpty();
        assertThat(tail.after(2, 0)).isEmpty();
        tail.anchor(page(2, 1, 1));
        assertThat(seqs(tail.after(2, 0))).contains(List.of(1L));
    }

    @Test
    void keepsNoMoreEntriesThanItMay() {
        tail.anchor(page(1, 1, 3));
        append(4, 5);
        assertThat(seqs(tail.after(1, 0))).isPresent();

        append(6);

        assertThat(tail.after(1, 0)).isEmpty();
        assertThat(seqs(tail.after(1, 1))).contains(List.of(2L, 3L, 4L, 5L, 6L));
    }

    @Test
    void keepsNoMoreBytesThanItMay() {
        var small = new Tail(100, 2 * FRAME);
        small.anchor(page(1, 1, 5));

        assertThat(small.bytes()).isEqualTo(2 * FRAME);
        assertThat(seqs(small.after(1, 3))).contains(List.of(4L, 5L));
        assertThat(small.after(1, 2)).isEmpty();
    }

    @Test
    void emptiedTailGoesOnWhereItWas() {
        tail.anchor(page(1, 1, 3));
        tail.clear();
        append(4);

        assertThat(tail.after(1, 2)).isEmpty();
        assertThat(seqs(tail.after(1, 3))).contains(List.of(4L));
    }

    @Test
    void deletedTextIsGivenToNobodyWhoComesLater() {
        tail.anchor(page(1, 1, 3));
        tail.append(new Entry(1, 4, Frame.of("message.deleted", false, new byte[10]), null, 2L));

        assertThat(tail.after(1, 1)).isEmpty();
        assertThat(seqs(tail.after(1, 2))).contains(List.of(3L, 4L));
    }
}
