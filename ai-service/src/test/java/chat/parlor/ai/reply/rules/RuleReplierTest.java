package chat.parlor.ai.reply.rules;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.ai.reply.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

class RuleReplierTest {

    private final RuleReplier replier = new RuleReplier();

    @Test
    void theGreetingOffersAPerson() {
        replier.greeting("Ada")
                .as(StepVerifier::create)
                .assertNext(text -> assertThat(text).contains("Hello Ada", "Talk to a human"))
                .verifyComplete();
    }

    @Test
    void aNameIsNoTemplate() {
        replier.greeting("%s %n ${x} <b>")
                .as(StepVerifier::create)
                .assertNext(text -> assertThat(text).contains("Hello %s %n ${x} <b>!"))
                .verifyComplete();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Can I talk to a HUMAN please?                  | Of course
            i want to speak with someone                   | Of course
            Is there a real person?                        | Of course
            Ich möchte mit einem Menschen sprechen         | Gern
            Kann ich mit jemandem reden?                   | Gern
            Ist dort ein Mitarbeiter?                      | Gern
            Je voudrais parler à quelqu'un                 | Bien sûr
            un conseiller, s'il vous plaît                 | Bien sûr
            Quiero hablar con una persona                  | Por supuesto
            ¿Hay un asesor?                                | Por supuesto
            """)
    void whoAsksForAPersonIsToldHowInTheirLanguage(String text, String answer) {
        assertThat(answerTo(text)).startsWith(answer).contains("Talk to a human");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hello", "", "Do you ship to inhumanly remote places?", "Superhuman strength", "📦?"})
    void everythingElseIsThankedFor(String text) {
        assertThat(answerTo(text)).startsWith("Thank you");
    }

    @Test
    void theLongestMessageIsAnsweredAtOnce() {
        assertThat(answerTo("talk to a ".repeat(1_000))).startsWith("Thank you");
    }

    private String answerTo(String text) {
        return String.valueOf(replier.answer(new Question("Ada", text)).block());
    }
}
