package chat.parlor.room.retention;

import chat.parlor.chassis.identity.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How long what is kept is kept. Administrators see and change it, and see before they do what it would erase.
@Component
class Retention {

    /// Further is not counted: whoever reads so many knows enough.
    static final int MOST_COUNTED = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final String ADMINISTRATOR = "administrator";

    private final Policies policies;
    private final DueRooms due;
    private final RetentionProperties properties;
    private final Clock clock;

    Retention(Policies policies, DueRooms due, RetentionProperties properties, Clock clock) {
        this.policies = policies;
        this.due = due;
        this.properties = properties;
        this.clock = clock;
    }

    /// How many rooms would be erased.
    ///
    /// @param most where counting ended: as many are that many or more
    record Preview(long guest, long direct, long group, int most) {

        static Preview of(Map<Sort, Long> counts, int most) {
            return new Preview(
                    counts.getOrDefault(Sort.GUEST, 0L),
                    counts.getOrDefault(Sort.DIRECT, 0L),
                    counts.getOrDefault(Sort.GROUP, 0L),
                    most);
        }
    }

    Mono<Policy> current(Caller caller) {
        return administrator(caller).then(Mono.defer(policies::current));
    }

    /// Sets another policy, and answers it; fails with [RetentionRefusal.Invalid].
    Mono<Policy> change(Caller caller, Policy wanted) {
        return administrator(caller)
                .then(Mono.fromCallable(wanted::checked))
                .delayUntil(policies::put)
                .doOnNext(set -> LOG.info("retention changed by={} {}", caller.id(), set));
    }

    /// What `wanted` would erase if it held now.
    Mono<Preview> preview(Caller caller, Policy wanted) {
        return administrator(caller).then(Mono.fromCallable(wanted::checked)).flatMap(this::counted);
    }

    private Mono<Preview> counted(Policy policy) {
        var now = clock.instant();
        return Flux.fromArray(Sort.values())
                .concatMap(sort -> count(policy, sort, now).map(due -> Map.entry(sort, due)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(counts -> Preview.of(counts, MOST_COUNTED));
    }

    private Mono<Long> count(Policy policy, Sort sort, Instant now) {
        return policy.before(sort, now, properties.day())
                .map(before -> due.count(sort, before, MOST_COUNTED))
                .orElse(Mono.just(0L));
    }

    private static Mono<Void> administrator(Caller caller) {
        return caller.has(ADMINISTRATOR) ? Mono.empty() : Mono.error(RetentionRefusal.NotAllowed::new);
    }
}
