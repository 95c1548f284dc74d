package chat.parlor.guest.answers;

import chat.parlor.guest.settings.Settings;
import chat.parlor.guest.settings.WidgetSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Looks at conversations whose guest has not read what was said, and has it sent by mail if the guest is away.
@Service
class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    /// How long a conversation is nobody else's. When neighbours are away, or this process dies, somebody looks again
    /// after it.
    private static final Duration CLAIM = Duration.ofSeconds(30);

    private final AnswerTable table;
    private final Unread unread;
    private final Whereabouts whereabouts;
    private final AnswerSender sender;
    private final Settings settings;
    private final AnswerProperties properties;
    private final Clock clock;

    Answers(
            AnswerTable table,
            Unread unread,
            Whereabouts whereabouts,
            AnswerSender sender,
            Settings settings,
            AnswerProperties properties,
            Clock clock) {
        this.table = table;
        this.unread = unread;
        this.whereabouts = whereabouts;
        this.sender = sender;
        this.settings = settings;
        this.properties = properties;
        this.clock = clock;
    }

    boolean on() {
        return sender.on();
    }

    /// Notes who said and who read what.
    Mono<Void> note(List<AnswerFact> facts) {
        var news = News.of(facts, now().minus(properties.newest()));
        return table.said(news.said(), properties.patience(), properties.interval())
                .then(Mono.defer(() -> table.read(news.reads())));
    }

    /// Looks at what has been due longest; empty when nothing is. What fails is due again in a while.
    Mono<AnswerTable.Due> lookAtOne() {
        return table.claim(now(), now().plus(CLAIM))
                .delayUntil(due -> looked(due).onErrorResume(failure -> later(due, failure)));
    }

    private Mono<Void> looked(AnswerTable.Due due) {
        return settings.widget().flatMap(current -> current.answersByMail() ? looked(due, current) : table.settle(due));
    }

    private Mono<Void> looked(AnswerTable.Due due, WidgetSettings current) {
        return whereabouts
                .isThere(due.guest())
                .flatMap(there -> there
                        ? table.postpone(due.room(), now().plus(properties.patience()))
                        : answered(due, current.brand().name()));
    }

    private Mono<Void> answered(AnswerTable.Due due, String brand) {
        return unread.after(due.room(), due.known()).flatMap(page -> {
            var answers = page.answers();
            return answers.isEmpty() ? table.settle(due) : sender.send(due, answers, page.last(), brand);
        });
    }

    private static Mono<Void> later(AnswerTable.Due due, Throwable failure) {
        LOG.warn("room {} not answered by mail yet: {}", due.room(), failure.toString());
        return Mono.empty();
    }

    private Instant now() {
        return clock.instant();
    }
}
