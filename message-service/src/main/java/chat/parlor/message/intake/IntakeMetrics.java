package chat.parlor.message.intake;

import chat.parlor.message.timeline.Reply;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What the write path counts and times. The names are stable.
@Component
class IntakeMetrics {

    private final MeterRegistry meters;
    private final DistributionSummary batchSize;
    private final Timer store;

    IntakeMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.batchSize = DistributionSummary.builder("parlor.message.batch.size")
                .description("commands in a batch")
                .publishPercentileHistogram()
                .maximumExpectedValue(1_000.0)
                .register(meters);
        this.store = Timer.builder("parlor.message.store")
                .description("from a decided batch to its commit")
                .publishPercentileHistogram()
                .register(meters);
    }

    /// The same, timed from subscription to success.
    <T> Mono<T> timed(Mono<T> storing) {
        return Mono.defer(() -> {
            var sample = Timer.start(meters);
            return storing.doOnSuccess(stored -> sample.stop(store));
        });
    }

    /// Counts how a batch was decided on.
    ///
    /// @param from `memory` or `store`
    void countDecided(String from) {
        meters.counter("parlor.message.batches", "decided", from).increment();
    }

    void countMarks(int moved) {
        meters.counter("parlor.message.read.marks").increment(moved);
    }

    /// Counts a batch once it is stored and announced.
    void count(Decided decided) {
        batchSize.record(decided.outcomes().size());
        decided.outcomes().stream().map(Decided.Outcome::reply).forEach(this::count);
    }

    private void count(Reply reply) {
        switch (reply) {
            case Reply.Entered entered
            when entered.fresh() ->
                meters.counter("parlor.message.entries", "type", entered.entry().type())
                        .increment();
            case Reply.Entered repeated ->
                meters.counter("parlor.message.repeated").increment();
            case Reply.Refused refused ->
                meters.counter(
                                "parlor.message.refused",
                                "code",
                                refused.refusal().code())
                        .increment();
            case Reply.Ignored ignored ->
                meters.counter("parlor.message.read.ignored").increment();
            case Reply.Marked marked -> {} // counted when it moved
            case Reply.Doubtful doubtful -> throw new IllegalStateException("counted before it was decided");
        }
    }
}
