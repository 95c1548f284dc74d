package chat.parlor.room.summary;

import chat.parlor.chassis.event.Received;
import chat.parlor.chassis.event.Subscription;
import chat.parlor.chassis.repeat.Repeating;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/// Has a summary made when the notice of an end stands in the timeline: everything said before it is in the log by
/// then. What cannot be made, because message-service is away, is noted and tried again; nothing waits for it.
@Configuration(proxyBeanMethods = false)
class Endings {

    private static final Logger LOG = LoggerFactory.getLogger(Endings.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration GATHERING = Duration.ofMillis(100);
    private static final Set<String> ENDS = Set.of("resolved", "closed");

    private final SummaryStore store;
    private final Summaries summaries;
    private final SummaryProperties properties;

    Endings(SummaryStore store, Summaries summaries, SummaryProperties properties) {
        this.store = store;
        this.summaries = summaries;
        this.properties = properties;
    }

    /// What this reads of `message.sent`.
    sealed interface Heard {

        String room();

        /// `notice.posted.v1`.
        record Noticed(String room, String notice) implements Heard {}

        /// `message.edited.v1` and `message.deleted.v1`.
        record Amended(String room, long target) implements Heard {}
    }

    @Bean
    Subscription<Heard> endingsLoop() {
        return Subscription.<Heard>to("message.sent")
                .named("summaries")
                .reading("notice.posted.v1", Heard.Noticed.class)
                .reading("message.edited.v1", Heard.Amended.class)
                .reading("message.deleted.v1", Heard.Amended.class)
                .inGroup()
                .gathering(GATHERING)
                .handledBy(this::apply);
    }

    private void apply(List<Received<Heard>> batch) {
        var heard = batch.stream().map(Received::body).toList();
        var ended = heard.stream()
                .filter(one -> one instanceof Heard.Noticed notice && ENDS.contains(notice.notice()))
                .map(Heard::room)
                .distinct()
                .toList();
        var amended = heard.stream()
                .filter(Heard.Amended.class::isInstance)
                .map(Heard.Amended.class::cast)
                .toList();
        store.ended(ended)
                .then(store.amended(
                        amended.stream().map(Heard.Amended::room).toList(),
                        amended.stream().map(Heard.Amended::target).toList()))
                .then(ended.isEmpty() && amended.isEmpty() ? Mono.empty() : tried())
                .block(PATIENCE);
    }

    @Bean
    Repeating summariesTriedAgain() {
        return Repeating.every(properties.again(), "make summaries", summaries::make);
    }

    private Mono<Void> tried() {
        return summaries.make().onErrorResume(Endings::logged);
    }

    private static Mono<Void> logged(Throwable failure) {
        LOG.warn("summaries not made yet: {}", failure.toString());
        return Mono.empty();
    }
}
