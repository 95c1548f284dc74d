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
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Stores what was added to timelines: one statement for all entries, one for all folds, one for all heads.
@Component
class Additions {

    private static final String ENTRIES = """
            insert into entries (room, seq, type, client_id, author, author_kind, author_name, at, ordinal, target,
                text, reply_to, detail)
            select room, seq, type, client_id, author, author_kind, author_name, at::timestamptz, ordinal, target,
                text, reply_to, detail::jsonb
            from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                $8::text[], $9::bigint[], $10::bigint[], $11::text[], $12::bigint[], $13::text[])
                as added (room, seq, type, client_id, author, author_kind, author_name, at, ordinal, target, text,
                    reply_to, detail)
            """;
    private static final String FOLDS = """
            insert into folds (room, seq, text, edited_at, deleted_at, reactions)
            select room, seq, text, edited_at::timestamptz, deleted_at::timestamptz, reactions::jsonb
            from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[])
                as changed (room, seq, text, edited_at, deleted_at, reactions)
            on conflict (room, seq) do update
                set text = excluded.text, edited_at = excluded.edited_at, deleted_at = excluded.deleted_at,
                    reactions = excluded.reactions
            """;
    private static final String HEADS = """
            insert into timelines (room, epoch, seq, messages, fence)
            select * from unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[])
            on conflict (room) do update
                set seq = excluded.seq, messages = excluded.messages, fence = excluded.fence
            """;

    private final DatabaseClient database;
    private final EntryRows rows;

    Additions(DatabaseClient database, EntryRows rows) {
        this.database = database;
        this.rows = rows;
    }

    private record Changed(String room, long seq, Fold fold) {}

    /// Entries first: their keys stop whoever decided on something that has changed, before a head or a fold moves.
    Mono<Void> append(Collection<RoomTimeline> timelines) {
        var grown = timelines.stream()
                .filter(timeline -> !timeline.added().isEmpty())
                .sorted(Comparator.comparing(RoomTimeline::room))
                .toList();
        return grown.isEmpty()
                ? Mono.empty()
                : entries(grown).then(folds(grown)).then(heads(grown));
    }

    private Mono<Void> entries(List<RoomTimeline> grown) {
        var added =
                grown.stream().flatMap(timeline -> timeline.added().stream()).toList();
        return database.sql(ENTRIES)
                .bind(0, texts(added, each -> each.entry().stamp().room()))
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
                .bind(12, texts(added, each -> rows.detail(each.entry())))
                .then();
    }

    private Mono<Void> folds(List<RoomTimeline> grown) {
        var changed = grown.stream().flatMap(Additions::changed).toList();
        if (changed.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(FOLDS)
                .bind(0, texts(changed, Changed::room))
                .bind(1, numbers(changed, Changed::seq))
                .bind(2, texts(changed, each -> each.fold().text()))
                .bind(3, texts(changed, each -> time(each.fold().editedAt())))
                .bind(4, texts(changed, each -> time(each.fold().deletedAt())))
                .bind(5, texts(changed, each -> rows.reactions(each.fold())))
                .then();
    }

    private static Stream<Changed> changed(RoomTimeline timeline) {
        return timeline.changedFolds().entrySet().stream()
                .map(each -> new Changed(timeline.room(), each.getKey(), each.getValue()));
    }

    private Mono<Void> heads(List<RoomTimeline> grown) {
        return database.sql(HEADS)
                .bind(0, texts(grown, RoomTimeline::room))
                .bind(1, numbers(grown, each -> each.head().epoch()))
                .bind(2, numbers(grown, each -> each.head().seq()))
                .bind(3, numbers(grown, each -> each.head().messages()))
                .bind(4, numbers(grown, each -> each.head().fence()))
                .then();
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
