package chat.parlor.message.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermsTest {

    @ParameterizedTest
    @CsvSource({
        "Größe,größe,große",
        "NAÏVE,naïve,naive",
        "مُحَمَّد,مُحَمَّد,محمد",
        "الكتـــاب,الكتـــاب,الكتاب",
        "١٢٣,١٢٣,123",
        "Ада,Ада,ада",
        "ﬁn,ﬁn,fin"
    })
    void wordsAreComparedWithoutAccentsMarksAndCase(String text, String shown, String folded) {
        var words = Words.of("… " + text + "!").all();

        assertThat(words).hasSize(1);
        assertThat(words.getFirst().folded()).isEqualTo(folded);
        assertThat(("… " + text + "!")
                        .substring(words.getFirst().start(), words.getFirst().end()))
                .isEqualToIgnoringCase(shown);
    }

    @Test
    void onlyTheLastWordMayBeUnfinished() {
        var terms = Terms.of("order num");

        assertThat(terms.whole()).containsExactly("order");
        assertThat(terms.beginning()).isEqualTo("num");
        assertThat(terms.hits("number")).isTrue();
        assertThat(terms.hits("orders")).isFalse();
    }

    @Test
    void whatIsQuotedOrWrittenTogetherStandsTogether() {
        var terms = Terms.of("“late order” ada@example.org");

        assertThat(terms.phrases()).containsExactly(List.of("late", "order"), List.of("ada", "example", "org"));
        assertThat(terms.standIn(List.of("late", "order", "by", "ada", "example", "organic")))
                .isTrue();
        assertThat(terms.standIn(List.of("order", "late", "by", "ada", "example", "org")))
                .isFalse();
    }

    @Test
    void aQuoteWithoutAPartnerIsNone() {
        assertThat(Terms.of("late \"order").phrases()).containsExactly(List.of("late"), List.of("order"));
        assertThat(Terms.of("\"late order\"").open()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\"\"", "-- ' & | ! :*", "👍"})
    void withoutAWordThereIsNothingToLookFor(String typed) {
        assertThat(Terms.of(typed).isEmpty()).isTrue();
    }

    @Test
    void signsOfAQueryAreOnlySigns() {
        assertThat(Terms.of("a' | b:* & !c \\").whole()).containsExactly("a", "b");
        assertThat(Terms.of("a' | b:* & !c \\").beginning()).isEqualTo("c");
    }

    @Test
    void hitsAreMarkedWhereTheyStand() {
        var pieces = Piece.of(Words.of("The ordér, then <b>ORDERS</b>"), Terms.of("order"));

        assertThat(marked(pieces)).isEqualTo("The [ordér], then <b>[ORDERS]</b>");
    }

    @Test
    void ofALongTextThePartAroundTheFirstHitIsShown() {
        var text = "before ".repeat(50) + "needle" + " after".repeat(50);

        var shown = marked(Piece.of(Words.of(text), Terms.of("needle")));

        assertThat(shown).startsWith("…before").contains(" [needle] after").endsWith("…");
        assertThat(shown.length()).isLessThan(220);
        assertThat(marked(Piece.of(Words.of("😀".repeat(200)), Terms.of("needle"))))
                .doesNotContain("\uFFFD")
                .endsWith("😀…");
    }

    private static String marked(List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> piece.hit() == null ? piece.text() : "[" + piece.text() + "]")
                .collect(Collectors.joining());
    }
}
