package chat.parlor.message.ledger;

import chat.parlor.message.timeline.Entry;
import chat.parlor.message.timeline.Fold;
import chat.parlor.message.timeline.Recorded;
import chat.parlor.message.timeline.RoomTimeline;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Stores what was added to timelines: all entries, folds and heads in one statement, which is one transaction and one
/// round trip. Whoever wrote has read what was there, so the authors' read marks move with it.
@Component
class Additions {

    private static final String APPEND = append("");

    /// The same for messages with files, which from now on belong to them.
    private static final String APPEND_WITH_FILES = append("""
            , using_files as (
                update attachments a set seq = used.seq
                from unnest($25::text[], $26::text[], $27::bigint[]) as used (room, id, seq)
                where a.id = used.id and a.room = used.room
            )""");

    private static String append(String files) {
        return """
            with entering as (
                insert into entries (room, seq, type, client_id, author, author_kind, author_name, at, ordinal, target,
                    text, reply_to, detail)
                select room, seq, type, client_id, author, author_kind, author_name, at::timestamptz, ordinal, target,
                    text, reply_to, detail::jsonb
                from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                    $8::text[], $9::bigint[], $10::bigint[], $11::text[], $12::bigint[], $13::text[])
                    as added (room, seq, type, client_id, author, author_kind, author_name, at, ordinal, target, text,
                        reply_to, detail)
                returning room, author, author_kind, type, seq, ordinal, at
            ), reading as (
                insert into read_marks as known (room, member, seq, ordinal, at, cause)
                select distinct on (room, author) room, author, seq, ordinal, at, ''
                from entering
                where type = 'message.sent' and author_kind in ('account', 'guest')
                order by room, author, seq desc
                on conflict (room, member) do update
                    set seq = excluded.seq, ordinal = excluded.ordinal, at = excluded.at, cause = excluded.cause
                where known.seq < excluded.seq
            ), folding as (
                insert into folds (room, seq, text, edited_at, deleted_at, reactions)
                select room, seq, text, edited_at::timestamptz, deleted_at::timestamptz, reactions::jsonb
                from unnest($14::text[], $15::bigint[], $16::text[], $17::text[], $18::text[], $19::text[])
                    as changed (room, seq, text, edited_at, deleted_at, reactions)
                on conflict (room, seq) do update
                    set text = excluded.text, edited_at = excluded.edited_at, deleted_at = excluded.deleted_at,
                        reactions = excluded.reactions
            )%s
            insert into timelines (room, epoch, seq, messages, fence)
            select * from unnest($20::text[], $21::bigint[], $22::bigint[], $23::bigint[], $24::bigint[])
            on conflict (room) do update
                set seq = excluded.seq, messages = excluded.messages, fence = excluded.fence
            """.formatted(files);
    }

    private final DatabaseClient database;
    private final EntryRows rows;

    Additions(DatabaseClient database, EntryRows rows) {
        this.database = database;
        this.rows = rows;
    }

    private record Changed(String room, long seq, Fold fold) {}

    private record Used(String room, String file, long seq) {}

    /// The keys of `entries` stop whoever decided on something that has changed; then no head and no fold moves either.
    Mono<Void> append(Collection<RoomTimeline> timelines) {
        var grown = timelines.stream()
                .filter(timeline -> !timeline.added().isEmpty())
                .sorted(Comparator.comparing(RoomTimeline::room))
                .toList();
        if (grown.isEmpty()) {
            return Mono.empty();
        }
        var used = grown.stream().flatMap(Additions::used).toList();
        var append = database.sql(used.isEmpty() ? APPEND : APPEND_WITH_FILES);
        append = entries(append, grown);
        append = folds(append, grown);
        append = heads(append, grown);
        return (used.isEmpty() ? append : files(append, used)).then();
    }

    private GenericExecuteSpec entries(GenericExecuteSpec append, List<RoomTimeline> grown) {
        var added =
                grown.stream().flatMap(timeline -> timeline.added().stream()).toList();
        return append.bind(0, texts(added, each -> each.entry().stamp().room()))
                .bind(1, numbers(added, each -> each.entry().seq()))
                .bind(2, texts(added, each -> each.entry().type()))
                .bind(3, texts(added, each -> each.entry().stamp().id()))
                .bind(4, texts(added, each -> each.entry().stamp().author().id()))
                .bind(
                        5,
                        texts(
                                added,
                                each -> each.entry().stamp().author().kind().wire()))
                .bind(6, texts(added, each -> each.entry().stamp().author().name()))
                .bind(7, texts(added, each -> each.entry().stamp().at().toString()))
                .bind(8, numbers(added, Recorded::ordinal))
                .bind(9, added.stream().map(each -> target(each.entry())).toArray(Long[]::new))
                .bind(10, texts(added, each -> text(each.entry())))
                .bind(11, added.stream().map(each -> replyTo(each.entry())).toArray(Long[]::new))
                .bind(12, texts(added, each -> rows.detail(each.entry())));
    }

    private GenericExecuteSpec folds(GenericExecuteSpec append, List<RoomTimeline> grown) {
        var changed = grown.stream().flatMap(Additions::changed).toList();
        return append.bind(13, texts(changed, Changed::room))
                .bind(14, numbers(changed, Changed::seq))
                .bind(15, texts(changed, each -> each.fold().text()))
                .bind(16, texts(changed, each -> time(each.fold().editedAt())))
                .bind(17, texts(changed, each -> time(each.fold().deletedAt())))
                .bind(18, texts(changed, each -> rows.reactions(each.fold())));
    }

    private static Stream<Changed> changed(RoomTimeline timeline) {
        return timeline.changedFolds().entrySet().stream()
                .map(each -> new Changed(timeline.room(), each.getKey(), each.getValue()));
    }

    private static GenericExecuteSpec heads(GenericExecuteSpec append, List<RoomTimeline> grown) {
        return append.bind(19, texts(grown, RoomTimeline::room))
                .bind(20, numbers(grown, each -> each.head().epoch()))
                .bind(21, numbers(grown, each -> each.head().seq()))
                .bind(22, numbers(grown, each -> each.head().messages()))
                .bind(23, numbers(grown, each -> each.head().fence()));
    }

    private static GenericExecuteSpec files(GenericExecuteSpec append, List<Used> used) {
        return append.bind(24, texts(used, Used::room))
                .bind(25, texts(used, Used::file))
                .bind(26, numbers(used, Used::seq));
    }

    private static Stream<Used> used(RoomTimeline timeline) {
        return timeline.added().stream()
                .map(Recorded::entry)
                .flatMap(entry -> entry instanceof Entry.Message message ? used(message) : Stream.empty());
    }

    private static Stream<Used> used(Entry.Message message) {
        var stamp = message.stamp();
        return message.attachments().stream().map(file -> new Used(stamp.room(), file.id(), stamp.seq()));
    }

    private static @Nullable Long target(Entry entry) {
        return switch (entry) {
            case Entry.Message message -> null;
            case Entry.Notice notice -> null;
            case Entry.Edit edit -> edit.target();
            case Entry.Deletion deletion -> deletion.target();
            case Entry.ReactionChange change -> change.target();
        };
    }

    private static @Nullable String text(Entry entry) {
        return switch (entry) {
            case Entry.Message message -> message.text();
            case Entry.Edit edit -> edit.text();
            case Entry.Notice notice -> null;
            case Entry.Deletion deletion -> null;
            case Entry.ReactionChange change -> null;
        };
    }

    private static @Nullable Long replyTo(Entry entry) {
        return entry instanceof Entry.Message message ? message.replyTo() : null;
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static <T> @Nullable String[] texts(List<T> from, Function<T, @Nullable String> field) {
        return from.stream().map(field).toArray(String[]::new);
    }

    private static <T> Long[] numbers(List<T> from, ToLongFunction<T> field) {
        return from.stream().mapToLong(field).boxed().toArray(Long[]::new);
    }
}
