package chat.parlor.message.attachments;

import chat.parlor.message.attachments.Incoming.Arrived;
import chat.parlor.message.attachments.Inspection.Passed;
import chat.parlor.message.images.Images;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.Resource;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Everything about files that touches the disk, on threads of its own. Images are inspected one at a time: what they
/// take to unpack is bounded each, not together.
@Component
class Cellar implements DisposableBean {

    private static final int THREADS = 4;
    private static final int QUEUE = 1_000;

    private final Scheduler disk = Schedulers.newBoundedElastic(THREADS, QUEUE, "files");
    private final Scheduler inspecting = Schedulers.newBoundedElastic(1, QUEUE, "file-inspection");
    private final Storage storage;
    private final Incoming incoming;
    private final Inspection inspection;
    private final long leastFree;

    Cellar(AttachmentProperties properties) {
        this.storage = new Disk(properties.folder());
        this.incoming = new Incoming(
                properties.folder().resolve("incoming"), properties.largest().toBytes(), disk);
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
        return Mono.fromCallable(() -> {
                    storage.keep(upload.key(), passed.content());
                    if (upload.thumbnail() != null) {
                        storage.keep(upload.smallKey(), passed.thumbnail());
                    }
                    return passed;
                })
                .subscribeOn(disk)
                .then();
    }

    Resource open(String key) {
        return storage.open(key);
    }

    /// Removes the files of uploads.
    Mono<Void> remove(List<String> ids) {
        return Mono.fromCallable(() -> {
                    for (var id : ids) {
                        storage.remove(id);
                        storage.remove(Upload.smallKey(id));
                    }
                    return ids;
                })
                .subscribeOn(disk)
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
        var free = storage.free();
        if (free < leastFree) {
            throw new AttachmentRefusal.Full("There is no room for files just now");
        }
        return free;
    }
}
