package chat.parlor.message.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parlor.message.storage.StorageProperties.Kept;
import chat.parlor.message.storage.StorageProperties.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BucketTest extends StorageContract {

    private final S3Store store = new S3Store();
    private final List<Bucket> opened = new ArrayList<>();

    @BeforeEach
    void aBucket() {
        open(S3Store.BUCKET, S3Store.SECRET);
    }

    @AfterEach
    void nothingIsLeft() {
        opened.forEach(Bucket::destroy);
        store.goAway();
    }

    @Test
    void anObjectHasTheNameTheFileWouldHaveOnDisk() throws IOException {
        var file = Files.writeString(folder.resolve("raw"), "x");

        storage().keep("f_4kq9x", file).block();

        assertThat(store.names()).containsExactly("parlor/4k/f_4kq9x");
    }

    @Test
    void aBucketThatIsMissingEndsTheStart() {
        assertThatThrownBy(() -> open("none", S3Store.SECRET))
                .isInstanceOf(StorageUnusable.class)
                .hasNoCause()
                .hasMessage("parlor.message.attachments.storage: there is no bucket \"none\"; create it, or set bucket"
                        + " to one that exists");
    }

    @Test
    void aKeyThatIsWrongEndsTheStart() {
        assertThatThrownBy(() -> open(S3Store.BUCKET, "wrong"))
                .isInstanceOf(StorageUnusable.class)
                .hasMessageContaining("is not allowed in bucket \"parlor-files\"; check access-key and secret-key");
    }

    @Test
    void aStoreThatIsAwayDoesNot() {
        store.goAway();

        assertThatCode(() -> open(S3Store.BUCKET, S3Store.SECRET)).doesNotThrowAnyException();
    }

    @Test
    void tryingLeavesNothingBehind() {
        assertThat(store.names()).isEmpty();
    }

    @Test
    void aConfigurationThatCannotWorkIsRefused() {
        assertThatThrownBy(() -> kept("", S3Store.SECRET)).hasMessageContaining("storage.bucket");
        assertThatThrownBy(() -> kept(S3Store.BUCKET, "")).hasMessageContaining("access-key and secret-key");
    }

    @Override
    Storage storage() {
        return opened.getFirst();
    }

    @Override
    void breakDown() {
        store.goAway();
    }

    private void open(String bucket, String secret) {
        opened.add((Bucket) new StorageSetup().storage(new StorageProperties(folder, kept(bucket, secret))));
    }

    private Kept kept(String bucket, String secret) {
        return new Kept(
                Kind.s3,
                store.url(),
                "us-east-1",
                bucket,
                true,
                "parlor/",
                S3Store.ACCESS,
                secret,
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(20),
                1,
                10);
    }
}
