package chat.parlor.message.attachments;

import chat.parlor.message.timeline.Attachment;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What was uploaded, without the files. Which message a file goes with is written where messages are.
@Repository
class AttachmentTable {

    private static final String USAGE = """
            select (select coalesce(sum(size), 0)::bigint from attachments where room = $1) as room,
                count(*) as files, coalesce(sum(size), 0)::bigint as bytes,
                coalesce(extract(epoch from min(uploaded_at) + interval '1 day' - now()), 0)::bigint as wait
            from attachments where uploader = $2 and uploaded_at > now() - interval '1 day'
            """;
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended($1, 0))";
    private static final String ADD = """
            insert into attachments (id, room, uploader, name, type, size, width, height, thumbnail)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """;
    private static final String REMOVE = "delete from attachments where id = any($1)";
    private static final String VISIBLE = """
            select a.* from attachments a left join folds f on f.room = a.room and f.seq = a.seq
            where a.id = $1 and a.room = $2 and (a.seq is not null or a.uploader = $3) and f.deleted_at is null
            """;
    private static final String WAITING = """
            select * from attachments
            where id = any($1) and seq is null and uploaded_at > now() - make_interval(secs => $2)
            """;
    /// Later than messages can name it, so that none does so meanwhile; and never within the day that counts. What was
    /// deleted in a room under a legal hold stays.
    private static final String NEEDLESS = """
            select id from attachments where seq is null and uploaded_at < now() - make_interval(secs => $1)
            union all
            select a.id from folds f join attachments a on a.room = f.room and a.seq = f.seq
            where f.deleted_at is not null and a.uploaded_at < now() - make_interval(secs => $1)
                and not exists (select from rooms r where r.room = a.room and r.state->'held'->>0 is not null)
            limit $2
            """;

    private final DatabaseClient database;

    AttachmentTable(DatabaseClient database) {
        this.database = database;
    }

    Mono<Usage> usage(String room, String uploader) {
        return database.sql(USAGE)
                .bind(0, room)
                .bind(1, uploader)
                .map(AttachmentTable::usage)
                .one();
    }

    /// Lets nobody else count what is in `room`, or what `uploader` uploaded, until this transaction ends.
    Mono<Void> lock(String room, String uploader) {
        return lock("room " + room).then(lock("uploader " + uploader));
    }

    Mono<Void> add(Upload upload) {
        var file = upload.attachment();
        var add = database.sql(ADD)
                .bind(0, file.id())
                .bind(1, upload.room())
                .bind(2, upload.uploader())
                .bind(3, file.name())
                .bind(4, file.type())
                .bind(5, file.size());
        add = optional(add, 6, file.width(), Integer.class);
        add = optional(add, 7, file.height(), Integer.class);
        return optional(add, 8, upload.thumbnail(), String.class).then();
    }

    Mono<Void> remove(Collection<String> ids) {
        return database.sql(REMOVE).bind(0, ids.toArray(String[]::new)).then();
    }

    /// The file `id` of `room`, if it goes with a message that is there, or waits and is `caller`'s.
    Mono<Upload> visible(String room, String id, String caller) {
        return database.sql(VISIBLE)
                .bind(0, id)
                .bind(1, room)
                .bind(2, caller)
                .map(AttachmentTable::upload)
                .one();
    }

    /// Those of `ids` that wait for their message and are not older than `unused`.
    Flux<Upload> waiting(Set<String> ids, Duration unused) {
        return database.sql(WAITING)
                .bind(0, ids.toArray(String[]::new))
                .bind(1, (double) unused.toSeconds())
                .map(AttachmentTable::upload)
                .all();
    }

    /// Some of what no message needs any more and was uploaded longer than `age` ago.
    Mono<List<String>> needless(Duration age, int most) {
        return database.sql(NEEDLESS)
                .bind(0, (double) age.toSeconds())
                .bind(1, most)
                .map(row -> text(row, "id"))
                .all()
                .collectList();
    }

    private Mono<Void> lock(String name) {
        return database.sql(LOCK).bind(0, name).then();
    }

    private static Usage usage(Readable row) {
        return new Usage(
                number(row, "room"),
                number(row, "files"),
                number(row, "bytes"),
                Duration.ofSeconds(Math.max(1, number(row, "wait"))));
    }

    private static Upload upload(Readable row) {
        var id = text(row, "id");
        var room = text(row, "room");
        var attachment = new Attachment(
                id,
                text(row, "name"),
                text(row, "type"),
                number(row, "size"),
                Attachment.url(room, id),
                row.get("width", Integer.class),
                row.get("height", Integer.class));
        return new Upload(room, text(row, "uploader"), attachment, row.get("thumbnail", String.class));
    }

    private static <T> GenericExecuteSpec optional(
            GenericExecuteSpec statement, int at, @Nullable T value, Class<T> type) {
        return Optional.ofNullable(value)
                .map(present -> statement.bind(at, present))
                .orElseGet(() -> statement.bindNull(at, type));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class), column);
    }
}
