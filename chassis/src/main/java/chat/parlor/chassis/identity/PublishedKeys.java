package chat.parlor.chassis.identity;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/// Reads the gateway's key set over HTTP. An unknown key id makes it read anew, at most once a second, so that a
/// rotated key works at once and a forged id costs nothing.
final class PublishedKeys implements KeySource {

    private static final Duration READ_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration LEAST_BETWEEN_READS = Duration.ofSeconds(1);

    private final WebClient client;
    private final Clock clock;
    private final AtomicReference<Known> known = new AtomicReference<>(new Known(Map.of(), Instant.EPOCH));

    PublishedKeys(WebClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    private record Known(Map<String, ECKey> keys, Instant readAt) {}

    @Override
    public Mono<ECKey> key(String id) {
        var key = known.get().keys().get(id);
        return key == null ? read().flatMap(keys -> Mono.justOrEmpty(keys.get(id))) : Mono.just(key);
    }

    private Mono<Map<String, ECKey>> read() {
        var now = clock.instant();
        var since = Duration.between(known.get().readAt(), now);
        // a clock that was set back is no reason to wait
        if (!since.isNegative() && since.compareTo(LEAST_BETWEEN_READS) < 0) {
            return Mono.just(known.get().keys());
        }
        return client.get()
                .retrieve()
                .bodyToMono(String.class)
                .timeout(READ_TIMEOUT)
                .map(PublishedKeys::parse)
                .doOnNext(keys -> known.set(new Known(keys, now)));
    }

    private static Map<String, ECKey> parse(String document) {
        try {
            return JWKSet.parse(document).getKeys().stream()
                    .filter(ECKey.class::isInstance)
                    .map(ECKey.class::cast)
                    .collect(Collectors.toUnmodifiableMap(ECKey::getKeyID, key -> key));
        } catch (ParseException unreadable) {
            throw new IllegalStateException("the gateway's key set cannot be read", unreadable);
        }
    }
}
