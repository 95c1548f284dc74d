package chat.parlor.message.storage;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// Files in a bucket of an S3-compatible store. Bytes pass through, in both directions, as fast as the slower side is.
final class Bucket implements Storage, DisposableBean {

    private final S3AsyncClient client;
    private final String bucket;
    private final String prefix;
    private final Path incoming;

    /// @param prefix what the name of every object begins with
    /// @param incoming where files come together, on this machine
    Bucket(S3AsyncClient client, String bucket, String prefix, Path incoming) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix;
        this.incoming = incoming;
    }

    @Override
    public Path incoming() {
        return incoming;
    }

    @Override
    public Mono<Void> keep(String key, Path file) {
        return call(() -> client.putObject(put -> put.bucket(bucket).key(name(key)), AsyncRequestBody.fromFile(file)))
                .onErrorMap(SdkException.class, StorageUnavailable::new)
                .then();
    }

    /// Asks for the size alone: an answer with content that nobody reads would hold its connection.
    @Override
    public Mono<Content> open(String key) {
        return call(() -> client.headObject(head -> head.bucket(bucket).key(name(key))))
                .map(head -> new Content(head.contentLength(), (from, length) -> read(key, from, length)))
                .onErrorResume(NoSuchKeyException.class, gone -> Mono.empty())
                .onErrorMap(SdkException.class, StorageUnavailable::new);
    }

    @Override
    public Mono<Void> remove(String key) {
        return call(() -> client.deleteObject(delete -> delete.bucket(bucket).key(name(key))))
                .onErrorMap(SdkException.class, StorageUnavailable::new)
                .then();
    }

    @Override
    public void destroy() {
        client.close();
    }

    private Flux<DataBuffer> read(String key, long from, long length) {
        var range = "bytes=" + from + "-" + (from + length - 1);
        var request = GetObjectRequest.builder()
                .bucket(bucket)
                .key(name(key))
                .range(range)
                .build();
        return call(() -> client.getObject(request, AsyncResponseTransformer.toPublisher()))
                .<ByteBuffer>flatMapMany(answer -> answer)
                .<DataBuffer>map(DefaultDataBufferFactory.sharedInstance::wrap)
                .onErrorMap(SdkException.class, StorageUnavailable::new);
    }

    private String name(String key) {
        return prefix + Places.of(key);
    }

    /// A call that is broken off when nobody waits for its answer any more.
    private static <T> Mono<T> call(Supplier<CompletableFuture<T>> call) {
        return Mono.fromFuture(call);
    }
}
