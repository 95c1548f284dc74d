package chat.parlor.guest.answers;

import chat.parlor.chassis.event.Received;
import chat.parlor.chassis.event.Subscription;
import chat.parlor.chassis.repeat.Repeating;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/// Follows the timelines, and looks from time to time whether something is due. Where no mail is set up it does
/// neither.
@Configuration(proxyBeanMethods = false)
class AnswerLoop {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration GATHERING = Duration.ofMillis(200);
    /// What is looked at before others get a turn.
    private static final int MOST = 100;

    private final Answers answers;
    private final AnswerProperties properties;

    AnswerLoop(Answers answers, AnswerProperties properties) {
        this.answers = answers;
        this.properties = properties;
    }

    @Bean
    Subscription<AnswerFact> answerSubscription() {
        return Subscription.<AnswerFact>to("message.sent", "message.read")
                .named("answers")
                .reading("message.sent.v1", AnswerFact.Sent.class)
                .reading("message.read.v1", AnswerFact.Read.class)
                .inGroup()
                .gathering(GATHERING)
                .handledBy(this::heard);
    }

    private void heard(List<Received<AnswerFact>> batch) {
        if (answers.on()) {
            answers.note(batch.stream().map(Received::body).toList()).block(PATIENCE);
        }
    }

    @Bean
    Repeating answersLookedAt() {
        return Repeating.every(properties.look(), "mail answers", this::look);
    }

    private Mono<Void> look() {
        return answers.on()
                ? answers.lookAtOne()
                        .expand(due -> answers.lookAtOne())
                        .take(MOST)
                        .then()
                : Mono.empty();
    }
}
