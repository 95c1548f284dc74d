package chat.parlor.chassis.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

class PublishedKeysTest {

    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T10:00:00Z"));
    private final InstantSource time = now::get;
    private final PublishedKeys keys = new PublishedKeys(gateway(), time.withZone(ZoneOffset.UTC));

    private WebClient gateway() {
        return WebClient.builder()
                .exchangeFunction(request -> {
                    reads.incrementAndGet();
                    return Mono.just(ClientResponse.create(HttpStatus.OK)
                            .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
                            .body("{\"keys\":[]}")
                            .build());
                })
                .build();
    }

    @Test
    void forgedIdsCostOneQuestionASecond() {
        look();
        later(Duration.ofMillis(999));
        look();
        assertThat(reads).hasValue(1);

        later(Duration.ofMillis(1));
        look();

        assertThat(reads).hasValue(2);
    }

    @Test
    void clockThatIsSetBackStopsNothing() {
        look();
        later(Duration.ofHours(-1));

        look();

        assertThat(reads).hasValue(2);
    }

    private void look() {
        assertThat(keys.key("forged").blockOptional()).isEmpty();
    }

    private void later(Duration duration) {
        now.updateAndGet(before -> before.plus(duration));
    }
}
