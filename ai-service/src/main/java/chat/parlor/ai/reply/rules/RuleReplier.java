package chat.parlor.ai.reply.rules;

import chat.parlor.ai.reply.Question;
import chat.parlor.ai.reply.Replier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Answers by a few rules. Short, kind, and honest about being a machine.
@Component
class RuleReplier implements Replier {

    private static final String GREETING = "! I am the assistant here. Tell us what we can do for you, or press"
            + " “Talk to a human” whenever you would rather talk to a person.";
    private static final String ANSWER = "Thank you, your message has arrived and nothing of it gets lost. I am only an"
            + " assistant: press “Talk to a human” and somebody from the team will join you here.";

    /// More than this is not read: whoever asks for a person does so early.
    private static final int READ = 2_000;

    @Override
    public Mono<String> greeting(String guest) {
        return Mono.just("Hello " + guest + GREETING);
    }

    @Override
    public Mono<String> answer(Question question) {
        return Mono.just(answer(
                question.text().substring(0, Math.min(READ, question.text().length()))));
    }

    private static String answer(String text) {
        return Stream.of(Language.values())
                .filter(language -> language.asksForAPerson(text))
                .map(Language::handoff)
                .findFirst()
                .orElse(ANSWER);
    }
}
