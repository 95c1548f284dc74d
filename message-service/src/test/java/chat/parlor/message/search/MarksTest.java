package chat.parlor.message.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MarksTest {

    @Test
    void everyBlockIsAskedForOnceInQuestionsOf32() {
        assertThat(in(5, 5, List.of())).containsExactly("(('5/red':*))");
        assertThat(in(1, 32, List.of())).hasSize(1);

        var two = in(1, 33, List.of());
        assertThat(two).hasSize(2).last().isEqualTo("(('21/red':*))");
        assertThat(two.getFirst()).startsWith("(('1/red':*) | ('2/red':*)").endsWith("('20/red':*))");
        assertThat(in(0, 1_220, List.of())).hasSize(39);
    }

    @Test
    void whatHoldsForAllBlocksStandsInEveryQuestion() {
        var marks = new Marks(query(SearchQuery.Kind.TEXT, null, null), List.of("=s", "=rr_o'neil\\"));

        assertThat(marks.in(1, 33))
                .hasSize(2)
                .allSatisfy(question -> assertThat(question).endsWith(") & '=ktext' & ('=s' | '=rr_o''neil\\\\')"));
    }

    @Test
    void questionsGrowWithWhatHoldsForAllBlocks() {
        var rooms = IntStream.range(0, 100).mapToObj(n -> "=rr_" + n).toList();

        assertThat(in(1, 100, rooms)).hasSize(1);
        assertThat(in(1, 101, rooms)).hasSize(2);
    }

    @Test
    void aTimeIsLookedForWeekByWeekUnlessItIsVeryLong() {
        var begin = Instant.parse("1970-01-01T00:00:00Z");
        var marks = new Marks(query(null, begin, Instant.parse("1970-01-16T00:00:00Z")), List.of());

        assertThat(marks.in(1, 1)).containsExactly("(('1/red':*)) & ('=w0' | '=w1' | '=w2')");
        assertThat(new Marks(query(null, begin, Instant.parse("1990-01-01T00:00:00Z")), List.of()).in(1, 1))
                .containsExactly("(('1/red':*))");
    }

    private static List<String> in(long first, long last, List<String> scope) {
        return new Marks(query(null, null, null), scope).in(first, last);
    }

    private static SearchQuery query(SearchQuery.@Nullable Kind kind, @Nullable Instant from, @Nullable Instant to) {
        return new SearchQuery(Terms.of("red"), null, kind, from, to, Long.MAX_VALUE, 10);
    }
}
