package chat.parlor.room.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void phrasesTellMoreThanWordsAndStopWordsNothing() {
        var topics = Topics.of(List.of(
                "Hello, I would like to change the delivery address of my order.",
                "The delivery address is wrong, could you please change it?"));

        assertThat(topics).startsWith("delivery address").contains("order");
        assertThat(topics).doesNotContain("Hello", "please", "would", "like");
    }

    @Test
    void theLanguageIsTheOneItsStopWordsAreOf() {
        assertThat(Topics.of(List.of("Guten Tag, ich habe eine Frage zu meiner Rechnung. Die Rechnung ist falsch.")))
                .contains("Rechnung")
                .doesNotContain("Tag", "habe", "meiner");
        assertThat(Topics.of(List.of("Bonjour, je voudrais annuler ma commande s'il vous plaît")))
                .contains("annuler", "commande");
        assertThat(Topics.of(List.of("مرحبا، أريد تغيير عنوان التوصيل من فضلك")))
                .containsExactly("تغيير عنوان التوصيل");
        assertThat(Topics.of(List.of("ሰላም እባክዎ ስለ ክፍያ እርዳታ እፈልጋለሁ"))).containsExactly("ክፍያ");
    }

    @Test
    void whatNamesSomebodyIsNoTopic() {
        var topics = Topics.of(List.of(
                "Write to gus@example.org or call 0171-2345678 about invoice AB12: https://shop.example/orders/1"));

        assertThat(String.join(" ", topics)).contains("invoice").doesNotContain("example", "orders", "AB", "0171");
    }

    @Test
    void thereAreFewAndEachSaysSomethingElse() {
        var texts = List.of("red table", "red table", "red chair", "lamp", "carpet", "mirror", "shelf", "sofa", "bed");

        assertThat(Topics.of(texts))
                .hasSize(Topics.MOST)
                .startsWith("red table")
                .doesNotContain("red chair");
    }

    @Test
    void nothingSaidIsAboutNothing() {
        assertThat(Topics.of(List.of())).isEmpty();
        assertThat(Topics.of(List.of("", "👍", "yes", "?!"))).isEmpty();
    }

    @Test
    void longTextsAreReadInAMoment() {
        var long_ = String.join(" ", Collections.nCopies(2_000, "abc,"));

        assertThat(Topics.of(Collections.nCopies(100, long_))).containsExactly("abc");
    }
}
