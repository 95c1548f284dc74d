package chat.parlor.bench.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.bench.client.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final Entry FIRST = new Entry(1, "ada", "m0");
    private static final Entry SECOND = new Entry(2, "ben", "m0");
    private static final Entry THIRD = new Entry(3, "ada", "m1");

    private final Ledger ledger = new Ledger();

    @Test
    void aHistoryThatHoldsEverythingOnceIsFine() {
        acknowledgeAll();

        assertThat(violations(FIRST, SECOND, THIRD)).isEmpty();
    }

    @Test
    void whatWasNotAcknowledgedMayHaveHappened() {
        ledger.acknowledge("r", "ada", "m0", 1);

        assertThat(violations(FIRST, SECOND)).isEmpty();
    }

    @Test
    void aLostMessageIsFound() {
        acknowledgeAll();

        assertThat(violations(FIRST, SECOND)).singleElement().asString().contains("lost: m1");
    }

    @Test
    void aMessageThatIsThereTwiceIsFound() {
        acknowledgeAll();

        assertThat(violations(FIRST, SECOND, THIRD, new Entry(4, "ada", "m1")))
                .singleElement()
                .asString()
                .contains("twice: m1");
    }

    @Test
    void aGapIsFound() {
        ledger.acknowledge("r", "ada", "m0", 1);

        assertThat(violations(FIRST, THIRD)).singleElement().asString().contains("gap: 3 (expected: 2)");
    }

    @Test
    void aMessageAtAnotherPlaceIsFound() {
        ledger.acknowledge("r", "ada", "m0", 2);

        assertThat(violations(FIRST)).singleElement().asString().contains("moved: m0 from 2 to 1");
    }

    @Test
    void messagesOfOneAuthorInAnotherOrderAreFound() {
        ledger.acknowledge("r", "ada", "m1", 3);
        ledger.acknowledge("r", "ada", "m0", 1);

        assertThat(violations(FIRST, SECOND, THIRD)).singleElement().asString().contains("out of order: m0");
    }

    @Test
    void twoAcknowledgementsOfOneMessageMustAgree() {
        ledger.acknowledge("r", "ada", "m0", 1);
        ledger.acknowledge("r", "ada", "m0", 2);

        assertThat(violations(FIRST)).singleElement().asString().contains("acknowledged at 1 and again at 2");
    }

    @Test
    void anotherRoomIsNoneOfItsBusiness() {
        ledger.acknowledge("other", "ada", "m0", 7);

        assertThat(violations(FIRST)).isEmpty();
    }

    private void acknowledgeAll() {
        ledger.acknowledge("r", "ada", "m0", 1);
        ledger.acknowledge("r", "ben", "m0", 2);
        ledger.acknowledge("r", "ada", "m1", 3);
    }

    private List<String> violations(Entry... history) {
        return ledger.violations("r", "chiara", List.of(history));
    }
}
