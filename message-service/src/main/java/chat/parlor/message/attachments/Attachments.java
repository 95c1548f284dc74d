package chat.parlor.message.attachments;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.identity.CallerKind;
import chat.parlor.chassis.ids.Ids;
import chat.parlor.message.access.Checks;
import chat.parlor.message.access.Denial;
import chat.parlor.message.access.Rooms;
import chat.parlor.message.access.Who;
import chat.parlor.message.attachments.Inspection.Passed;
import chat.parlor.message.images.Picture;
import chat.parlor.message.storage.Content;
import chat.parlor.message.timeline.Attachment;
import chat.parlor.message.timeline.Uploads;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The files of rooms. An upload belongs to its uploader until a message in the same room names it; then to the
/// members of the room, for as long as the message is there.
@Component
public class Attachments {

    private static final String ID = "f_";

    private final Rooms rooms;
    private final AttachmentTable table;
    private final Cellar cellar;
    private final AttachmentProperties properties;
    private final TransactionalOperator transaction;

    Attachments(
            Rooms rooms,
            AttachmentTable table,
            Cellar cellar,
            AttachmentProperties properties,
            TransactionalOperator transaction) {
        this.rooms = rooms;
        this.table = table;
        this.cellar = cellar;
        this.properties = properties;
        this.transaction = transaction;
    }

    /// A file to be sent to somebody.
    record Given(Attachment attachment, String type, Content content) {}

    /// Those of `ids` that wait for their message.
    public Mono<Uploads> waiting(Set<String> ids) {
        if (ids.isEmpty()) {
            return Mono.just(Uploads.NONE);
        }
        return table.waiting(ids, properties.unused())
                .collectMap(
                        Upload::key,
                        upload -> new Uploads.Upload(upload.room(), upload.uploader(), upload.attachment()))
                .map(Uploads::new);
    }

    /// Takes the file in `form`. Before the first byte is read it is known whether the caller may send it.
    Mono<Attachment> take(String room, Caller caller, Flux<PartEvent> form) {
        return requireSpeaker(room, caller)
                .then(Mono.defer(() -> requireSpace(room, caller, 0)))
                .then(Mono.defer(() -> cellar.receive(form, passed -> keep(room, caller, passed))));
    }

    /// A file for somebody who may read the room.
    ///
    /// @param small whether the small copy will do, if there is one
    Mono<Given> give(String room, String id, Caller caller, boolean small) {
        return requireReader(room, caller)
                .then(Mono.defer(() -> Checks.isId(id) ? table.visible(room, id, caller.id()) : Mono.empty()))
                .flatMap(upload -> given(upload, small))
                .switchIfEmpty(Mono.error(AttachmentRefusal.Unknown::new));
    }

    private Mono<Given> given(Upload upload, boolean small) {
        var file = upload.attachment();
        var type = upload.thumbnail();
        return small && type != null
                ? cellar.open(upload.smallKey()).map(content -> new Given(file, type, content))
                : cellar.open(upload.key()).map(content -> new Given(file, file.type(), content));
    }

    private Mono<Void> requireReader(String room, Caller caller) {
        return Checks.isId(room)
                ? rooms.mayRead(room, caller.id())
                        .flatMap(may -> may ? Mono.empty() : Mono.error(denied(Denial.NOT_A_MEMBER)))
                : Mono.error(denied(Denial.NOT_A_MEMBER));
    }

    private Mono<Void> requireSpeaker(String room, Caller caller) {
        var kind = kind(caller.kind());
        if (!Checks.isId(room) || kind.isEmpty()) {
            return Mono.error(denied(Denial.NOT_A_MEMBER));
        }
        var who = new Who(caller.id(), kind.get(), caller.name());
        return rooms.denial(room, who.id(), rights -> rights.send(who, null, 0))
                .flatMap(denial -> denial.isPresent() ? Mono.error(denied(denial.get())) : Mono.empty());
    }

    private Mono<Void> requireSpace(String room, Caller caller, long size) {
        return table.usage(room, caller.id())
                .map(usage -> usage.refusal(properties.quota(), caller.is(CallerKind.GUEST), size))
                .flatMap(refusal -> refusal.isPresent() ? Mono.error(refusal.get()) : Mono.empty());
    }

    /// The row comes first: what a crash leaves between the two is a row without a file, which is swept like any upload
    /// that no message names.
    private Mono<Attachment> keep(String room, Caller caller, Passed passed) {
        var upload = upload(room, caller, passed);
        return table.lock(room, caller.id())
                .then(Mono.defer(() -> requireSpace(room, caller, passed.size())))
                .then(Mono.defer(() -> table.add(upload)))
                .as(transaction::transactional)
                .then(Mono.defer(() -> cellar.keep(upload, passed)
                        .onErrorResume(failure -> undo(upload).then(Mono.error(failure)))))
                .thenReturn(upload.attachment());
    }

    /// What cannot be removed either keeps its row, and is swept.
    private Mono<Void> undo(Upload upload) {
        var ids = List.of(upload.key());
        return cellar.remove(ids).then(Mono.defer(() -> table.remove(ids))).onErrorComplete();
    }

    private static Upload upload(String room, Caller caller, Passed passed) {
        var id = Ids.random(ID);
        var picture = Optional.ofNullable(passed.picture());
        var attachment = new Attachment(
                id,
                passed.name(),
                passed.kind().type(),
                passed.size(),
                Attachment.url(room, id),
                picture.map(Picture::shownWidth).orElse(null),
                picture.map(Picture::shownHeight).orElse(null));
        return new Upload(room, caller.id(), attachment, passed.thumbnailType());
    }

    private static Optional<Who.Kind> kind(CallerKind kind) {
        return switch (kind) {
            case GUEST -> Optional.of(Who.Kind.GUEST);
            case ACCOUNT -> Optional.of(Who.Kind.ACCOUNT);
            case BOT -> Optional.of(Who.Kind.BOT);
            case SERVICE, ANONYMOUS -> Optional.empty();
        };
    }

    private static AttachmentRefusal denied(Denial denial) {
        return new AttachmentRefusal.Denied(denial);
    }
}
