package chat.parlor.room.retention;

import chat.parlor.chassis.repeat.Repeating;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Looks for rooms that have been kept long enough and erases them, some at a time. What is due is in the database
/// alone, and whichever node looks first is at it alone.
@Component
class Expiring {

    private static final Logger LOG = LoggerFactory.getLogger(Expiring.class);

    private final Policies policies;
    private final DueRooms due;
    private final Expiry expiry;
    private final RetentionProperties properties;
    private final MeterRegistry meters;
    private final Clock clock;

    Expiring(
            Policies policies,
            DueRooms due,
            Expiry expiry,
            RetentionProperties properties,
            MeterRegistry meters,
            Clock clock) {
        this.policies = policies;
        this.due = due;
        this.expiry = expiry;
        this.properties = properties;
        this.meters = meters;
        this.clock = clock;
    }

    @Bean
    Repeating oldRoomsErased() {
        return Repeating.every(properties.look(), "erase old rooms", this::look);
    }

    private Mono<Void> look() {
        return policies.current()
                .flatMapMany(policy -> Flux.fromArray(Sort.values())
                        .concatMap(sort -> Mono.justOrEmpty(policy.before(sort, clock.instant(), properties.day()))
                                .flatMap(before -> erase(sort, before))))
                .then();
    }

    private Mono<Long> erase(Sort sort, Instant before) {
        return due.some(sort, before, properties.batch())
                .flatMapIterable(rooms -> rooms)
                .concatMap(room -> expiry.erase(room, sort, before))
                .filter(erased -> erased)
                .count()
                .doOnNext(erased -> tell(sort, erased));
    }

    private void tell(Sort sort, long erased) {
        if (erased > 0) {
            meters.counter("parlor.retention.rooms", "sort", sort.wire()).increment((double) erased);
            LOG.info("old rooms erased sort={} rooms={}", sort.wire(), erased);
        }
    }
}
