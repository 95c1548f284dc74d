package chat.parlor.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.guarantees.Violation.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Each guarantee passes a whole recording and finds the one thing that is wrong with a broken one.
class GuaranteesTest {
    static final List<Guarantee> EVERY_GUARANTEE = Guarantee.ALL;

    private static final Entry FIRST = new Entry(1, "ada", "a1");
    private static final Entry SECOND = new Entry(2, "ben", "b1");
    private static final Entry THIRD = new Entry(3, "ada", "a2");
    private static final List<Entry> WHOLE = List.of(FIRST, SECOND, THIRD);

    private final Ledger ledger = new Ledger();

    @ParameterizedTest
    @FieldSource("EVERY_GUARANTEE")
    void aWholeRecordingKeepsIt(Guarantee guarantee) {
        sendAll();
        readBy("ada", WHOLE);
        readBy("ben", WHOLE);
        stream("ben", WHOLE);

        assertThat(guarantee.violations(ledger.recording())).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("EVERY_GUARANTEE")
    void whatWasNotAcknowledgedMayHaveHappenedOrNot(Guarantee guarantee) {
        ledger.sent(THIRD.in("r"));
        ledger.sent(new Message("r", "ben", "never stored"));
        readBy("ada", List.of(new Entry(1, "ada", "a2")));

        assertThat(guarantee.violations(ledger.recording())).isEmpty();
    }

    @Test
    void exactlyOnceFindsALostMessage() {
        sendAll();
        readBy("ada", List.of(FIRST, SECOND));

        finds(new ExactlyOnce(), Kind.LOST, "a2 of ada was acknowledged at 3");
    }

    @Test
    void exactlyOnceFindsAMessageThatOneMemberHasNot() {
        sendAll();
        readBy("ada", WHOLE);
        readBy("ben", List.of(FIRST, SECOND));

        finds(new ExactlyOnce(), Kind.LOST, "a2 of ada");
    }

    @Test
    void exactlyOnceFindsADouble() {
        sendAll();
        readBy("ada", List.of(FIRST, SECOND, THIRD, new Entry(4, "ada", "a2")));

        finds(new ExactlyOnce(), Kind.DOUBLED, "a2 of ada is at 3 and at 4");
    }

    @Test
    void exactlyOnceFindsADoubleThatWasNeverAcknowledged() {
        ledger.sent(FIRST.in("r"));
        readBy("ada", List.of(FIRST, new Entry(2, "ada", "a1")));

        finds(new ExactlyOnce(), Kind.DOUBLED, "a1 of ada is at 1 and at 2");
    }

    @Test
    void exactlyOnceFindsAMessageAtAnotherPlace() {
        send("ada", "a1", 2);
        readBy("ada", List.of(FIRST));

        finds(new ExactlyOnce(), Kind.REORDERED, "is at 1 (expected: 2)");
    }

    @Test
    void exactlyOnceFindsTwoAnswersToOneMessage() {
        send("ada", "a1", 1);
        ledger.acknowledged(FIRST.in("r"), 2);
        readBy("ada", List.of(FIRST));

        finds(new ExactlyOnce(), Kind.DOUBLED, "acknowledged at [1, 2]");
    }

    @Test
    void exactlyOnceFindsWhatNobodySent() {
        send("ada", "a1", 1);
        readBy("ada", List.of(FIRST, new Entry(2, "ada", "made up")));

        finds(new ExactlyOnce(), Kind.DOUBLED, "made up of ada");
    }

    @Test
    void noticesOfOthersBreakNothing() {
        send("ada", "a1", 1);
        readBy("ada", List.of(FIRST, new Entry(2, "system", "notice")));

        assertThat(ledger.violations()).isEmpty();
    }

    @Test
    void orderFindsAMessageBeforeWhatWasAcknowledgedEarlier() {
        send("ada", "a1", 2);
        send("ben", "b1", 1);

        finds(new Order(), Kind.REORDERED, "b1 of ben is at 1 (expected: after 2");
    }

    @Test
    void orderLetsMessagesPassThatWereUnderWayTogether() {
        ledger.sent(FIRST.in("r"));
        ledger.sent(SECOND.in("r"));
        ledger.acknowledged(SECOND.in("r"), 1);
        ledger.acknowledged(FIRST.in("r"), 2);

        assertThat(new Order().violations(ledger.recording())).isEmpty();
    }

    @Test
    void orderKnowsRoomsApart() {
        send("ada", "a1", 2);
        ledger.sent(new Message("other", "ada", "a1"));
        ledger.acknowledged(new Message("other", "ada", "a1"), 1);

        assertThat(new Order().violations(ledger.recording())).isEmpty();
    }

    @Test
    void contiguityFindsAGap() {
        readBy("ada", List.of(FIRST, THIRD));

        finds(new Contiguity(), Kind.LOST, "has 3 (expected: 2)");
    }

    @Test
    void contiguityFindsAHistoryThatBeginsLate() {
        readBy("ada", List.of(SECOND, THIRD));

        finds(new Contiguity(), Kind.LOST, "has 2 (expected: 1)");
    }

    @Test
    void contiguityFindsAPlaceThatIsThereTwice() {
        readBy("ada", List.of(FIRST, new Entry(1, "ben", "b1")));

        finds(new Contiguity(), Kind.DOUBLED, "has 1 (expected: 2)");
    }

    @Test
    void sameForAllFindsAnotherHistory() {
        readBy("ada", List.of(FIRST, SECOND));
        readBy("ben", List.of(FIRST, new Entry(2, "ada", "a2")));

        finds(new SameForAll(), Kind.DIFFERENT, "history of ben is another than that of ada");
    }

    @Test
    void sameForAllFindsAStreamThatDiffersFromTheHistory() {
        readBy("ada", List.of(FIRST, SECOND));
        stream("ben", List.of(FIRST, new Entry(2, "ada", "a2")));

        finds(new SameForAll(), Kind.DIFFERENT, "stream of ben");
    }

    @Test
    void sameForAllFindsAStreamThatIsAheadOfTheHistory() {
        readBy("ada", List.of(FIRST));
        stream("ben", List.of(FIRST, SECOND));

        finds(new SameForAll(), Kind.DIFFERENT, "(history: null)");
    }

    @Test
    void noGapAfterReconnectFindsAGapInAStream() {
        readBy("ada", WHOLE);
        stream("ben", List.of(FIRST, THIRD));

        finds(new NoGapAfterReconnect(), Kind.LOST, "brought 3 (expected: 2)");
    }

    @Test
    void noGapAfterReconnectFindsARepeatInAStream() {
        readBy("ada", WHOLE);
        stream("ben", List.of(FIRST, SECOND, SECOND, THIRD));

        finds(new NoGapAfterReconnect(), Kind.DOUBLED, "brought 2 (expected: 3)");
    }

    @Test
    void noGapAfterReconnectFindsAStreamThatEndsEarly() {
        readBy("ada", WHOLE);
        stream("ben", List.of(FIRST, SECOND));

        finds(new NoGapAfterReconnect(), Kind.LOST, "ended at 2 (expected: 3)");
    }

    @Test
    void aSnapshotMayLeaveOutWhatWasBefore() {
        readBy("ada", WHOLE);
        stream("ben", List.of(FIRST));
        ledger.snapshot("r", "ben");
        stream("ben", List.of(THIRD));

        assertThat(new NoGapAfterReconnect().violations(ledger.recording())).isEmpty();
    }

    @Test
    void theLedgerAsksThemAll() {
        sendAll();
        readBy("ada", List.of(FIRST, THIRD));

        assertThat(ledger.violations()).extracting(Violation::kind).contains(Kind.LOST);
        assertThat(ledger.size()).isEqualTo(3);
    }

    private void finds(Guarantee guarantee, Kind kind, String words) {
        assertThat(guarantee.violations(ledger.recording()))
                .singleElement()
                .satisfies(violation -> assertThat(violation.kind()).isEqualTo(kind))
                .satisfies(violation -> assertThat(violation.what()).contains(words));
    }

    private void sendAll() {
        send("ada", "a1", 1);
        send("ben", "b1", 2);
        send("ada", "a2", 3);
    }

    private void send(String author, String id, long seq) {
        var message = new Message("r", author, id);
        ledger.sent(message);
        ledger.acknowledged(message, seq);
    }

    private void readBy(String member, List<Entry> entries) {
        ledger.read(new History("r", member, entries));
    }

    private void stream(String member, List<Entry> entries) {
        entries.forEach(entry -> ledger.received("r", member, entry));
    }
}
