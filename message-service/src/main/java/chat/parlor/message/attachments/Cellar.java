package chat.parlor.message.attachments;

import chat.parlor.message.attachments.Incoming.Arrived;
import chat.parlor.message.attachments.Inspection.Passed;
import chat.parlor.message.images.Images;
import chat.parlor.message.storage.Content;
import chat.parlor.message.storage.Storage;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Everything about files as such, what blocks on threads of its own. Images are inspected one at a time: what they
/// take to unpack is bounded each, not together.
@Component
class Cellar implements DisposableBean {

    private static final int THREADS = 4;
    private static final int QUEUE = 1_000;
    private static final int REMOVED_AT_ONCE = 8;

    private final Scheduler disk = Schedulers.newBoundedElastic(THREADS, QUEUE, "files");
    private final Scheduler inspecting = Schedulers.newBoundedElastic(1, QUEUE, "file-inspection");
    private final Storage storage;
    private final Incoming incoming;
    private final Inspection inspection;
    private final long leastFree;

    Cellar(AttachmentProperties properties, Storage storage) {
        this.storage = storage;
        this.incoming = new Incoming(storage.incoming(), properties.largest().toBytes(), disk);
        this.inspection = new Inspection(
                properties.kinds(),
                new Images(properties.images().pixels(), properties.images().thumbnail()));
        this.leastFree = properties.quota().leastFree().toBytes();
    }

    /// Lets the file in `form` stream in, inspects it, and hands it to `next`; whatever is not kept then is removed.
    <T> Mono<T> receive(Flux<PartEvent> form, Function<Passed, Mono<T>> next) {
        return Mono.usingWhen(
                incoming.begin(),
                upload -> requireFreeDisk()
                        .then(Mono.defer(() -> incoming.receive(form, upload)))
                        .flatMap(this::inspect)
                        .flatMap(next),
                incoming::end);
    }

    /// Keeps what has passed.
    Mono<Void> keep(Upload upload, Passed passed) {
        var whole = storage.keep(upload.key(), passed.content());
        return upload.thumbnail() == null
                ? whole
                : whole.then(Mono.defer(() -> storage.keep(upload.smallKey(), passed.thumbnail())));
    }

    /// What is kept under `key`; empty when nothing is.
    Mono<Content> open(String key) {
        return storage.open(key);
    }

    /// Removes the files of uploads.
    Mono<Void> remove(List<String> ids) {
        return Flux.fromIterable(ids)
                .flatMapIterable(id -> List.of(id, Upload.smallKey(id)))
                .flatMap(storage::remove, REMOVED_AT_ONCE)
                .then();
    }

    /// Removes what uploads that began before `time` have left behind.
    Mono<Void> sweep(long time) {
        return Mono.fromCallable(() -> {
                    incoming.sweep(time);
                    return time;
                })
                .subscribeOn(disk)
                .then();
    }

    @Override
    public void destroy() {
        disk.dispose();
        inspecting.dispose();
    }

    private Mono<Passed> inspect(Arrived arrived) {
        return Mono.fromCallable(() -> inspection.inspect(arrived)).subscribeOn(inspecting);
    }

    private Mono<Void> requireFreeDisk() {
        return Mono.fromCallable(this::freeDisk).subscribeOn(disk).then();
    }

    private long freeDisk() throws IOException {
        var free = incoming.free();
        if (free < leastFree) {
            throw new AttachmentRefusal.Full("There is no room for files just now");
        }
        return free;
    }
}
