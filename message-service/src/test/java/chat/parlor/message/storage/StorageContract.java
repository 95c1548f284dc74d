package chat.parlor.message.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.dao.TransientDataAccessException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/// What is true wherever files are kept.
abstract class StorageContract {

    private static final String KEY = "f_4kq9x";
    private static final byte[] LARGE = new byte[3_000_001];

    static {
        new Random(1).nextBytes(LARGE);
    }

    @TempDir
    Path folder = Path.of("");

    abstract Storage storage();

    /// From now on the storage cannot be reached.
    abstract void breakDown() throws IOException;

    @Test
    void whatIsKeptIsReadAsItWas() {
        keep(KEY, LARGE);
        keep(KEY + ".small", new byte[] {7});

        var content = content(KEY);

        assertThat(content.size()).isEqualTo(LARGE.length);
        assertThat(bytes(content.whole())).isEqualTo(LARGE);
        assertThat(bytes(content(KEY + ".small").whole())).containsExactly(7);
    }

    @Test
    void aPartIsReadWithoutTheRest() {
        keep(KEY, LARGE);
        var content = content(KEY);

        assertThat(bytes(content.part(0, 1))).isEqualTo(part(0, 1));
        assertThat(bytes(content.part(100_000, 200_000))).isEqualTo(part(100_000, 200_000));
        assertThat(bytes(content.part(LARGE.length - 1, 1))).isEqualTo(part(LARGE.length - 1, 1));
        assertThat(bytes(content.part(5, 0))).isEmpty();
    }

    @Test
    void aReaderIsGivenNoMoreThanItAsksFor() {
        keep(KEY, LARGE);

        content(KEY)
                .whole()
                .doOnNext(DataBufferUtils::release)
                .as(flux -> StepVerifier.create(flux, 1))
                .expectNextCount(1)
                .thenRequest(2)
                .expectNextCount(2)
                .thenCancel()
                .verify();

        assertThat(bytes(content(KEY).whole())).isEqualTo(LARGE);
    }

    @Test
    void nothingIsThereBeforeItIsKept() {
        storage().open(KEY).as(StepVerifier::create).verifyComplete();
    }

    @Test
    void whatIsRemovedIsGoneAndMayBeRemovedAgain() {
        keep(KEY, LARGE);

        storage().remove(KEY).as(StepVerifier::create).verifyComplete();

        storage().open(KEY).as(StepVerifier::create).verifyComplete();
        storage().remove(KEY).as(StepVerifier::create).verifyComplete();
    }

    @Test
    void whatCannotBeReachedIsUnavailableAndNotGone() throws IOException {
        keep(KEY, LARGE);
        var known = content(KEY);
        var file = file(LARGE);

        breakDown();

        unavailable(storage().keep("f_other", file));
        unavailable(storage().open(KEY));
        unavailable(known.whole());
        unavailable(storage().remove(KEY));
    }

    /// Of the family that loops wait for, instead of giving up what they were to do.
    private static void unavailable(Publisher<?> work) {
        StepVerifier.create(work)
                .verifyErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(StorageUnavailable.class)
                        .isInstanceOf(TransientDataAccessException.class));
    }

    private void keep(String key, byte[] bytes) {
        storage().keep(key, file(bytes)).as(StepVerifier::create).verifyComplete();
    }

    private Path file(byte[] bytes) {
        try {
            Files.createDirectories(storage().incoming());
            return Files.write(Files.createTempFile(storage().incoming(), "file", ""), bytes);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Content content(String key) {
        return Objects.requireNonNull(storage().open(key).block());
    }

    private static byte[] part(int from, int length) {
        return Arrays.copyOfRange(LARGE, from, from + length);
    }

    private static byte[] bytes(Flux<DataBuffer> pieces) {
        return Objects.requireNonNull(DataBufferUtils.join(pieces)
                .map(StorageContract::bytes)
                .switchIfEmpty(Mono.just(new byte[0]))
                .block());
    }

    private static byte[] bytes(DataBuffer joined) {
        var bytes = new byte[joined.readableByteCount()];
        joined.read(bytes);
        DataBufferUtils.release(joined);
        return bytes;
    }
}
