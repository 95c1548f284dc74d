package chat.parlor.message.attachments;

import chat.parlor.chassis.repeat.Repeating;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Removes the files nobody needs: uploads that no message named, and those of deleted messages. Any number of
/// instances may do so at once.
@Component
class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final int PAGE = 200;
    /// Longer than a batch can be between looking an upload up and storing the message that names it.
    private static final Duration MARGIN = Duration.ofHours(1);
    /// Quotas count the uploads of a day.
    private static final Duration COUNTED = Duration.ofDays(1);

    private final AttachmentTable table;
    private final Cellar cellar;
    private final AttachmentProperties properties;
    private final Clock clock;

    Sweep(AttachmentTable table, Cellar cellar, AttachmentProperties properties, Clock clock) {
        this.table = table;
        this.cellar = cellar;
        this.properties = properties;
        this.clock = clock;
    }

    @Bean
    Repeating filesSwept() {
        return Repeating.every(properties.sweepEvery(), "sweep files", this::sweep);
    }

    /// Removes what is needless by now; says how many files.
    Mono<Long> sweep() {
        var unused = properties.unused();
        return sweep((unused.compareTo(COUNTED) < 0 ? COUNTED : unused).plus(MARGIN));
    }

    /// Files go before their rows, so that a crash between leaves nothing that would not be found again.
    Mono<Long> sweep(Duration age) {
        return table.needless(age, PAGE)
                .flatMap(ids -> remove(ids))
                .repeat()
                .takeUntil(removed -> removed < PAGE)
                .reduce(0L, Long::sum)
                .doOnNext(Sweep::log)
                .flatMap(removed ->
                        cellar.sweep(clock.instant().minus(age).toEpochMilli()).thenReturn(removed));
    }

    private Mono<Integer> remove(List<String> ids) {
        return cellar.remove(ids).then(Mono.defer(() -> table.remove(ids))).thenReturn(ids.size());
    }

    private static void log(long removed) {
        if (removed > 0) {
            LOG.info("swept files count={}", removed);
        }
    }
}
