package chat.parlor.room.inbox;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Writes digests. All statements may be repeated: heads and marks only grow.
@Component
class DigestStore {

    private static final String MOVE_WITH_MESSAGE_AND_MARK = """
            with marking as (
                insert into marks (member, room, ordinal)
                select * from unnest(:members::text[], :marked::text[], :ordinals::bigint[])
                on conflict (member, room) do update set ordinal = greatest(marks.ordinal, excluded.ordinal)
            )
            update rooms r set epoch = m.epoch, head = m.head, messages = m.messages, last_seq = m.seq,
                last_at = to_timestamp(m.at / 1000.0), last_author = m.author, last_kind = m.kind,
                last_name = m.name, last_text = m.text,
                active_at = greatest(r.active_at, to_timestamp(m.active / 1000.0))
            from unnest(:rooms::text[], :epochs::bigint[], :heads::bigint[], :messages::bigint[], :seqs::bigint[],
                :times::bigint[], :authors::text[], :kinds::text[], :names::text[], :texts::text[],
                :actives::bigint[])
                as m (room, epoch, head, messages, seq, at, author, kind, name, text, active)
            where r.id = m.room and (m.epoch, m.head) > (r.epoch, r.head)
            """;

    private static final String MOVE = """
            update rooms r set epoch = m.epoch, head = m.head
            from unnest(:rooms::text[], :epochs::bigint[], :heads::bigint[]) as m (room, epoch, head)
            where r.id = m.room and (m.epoch, m.head) > (r.epoch, r.head)
            """;

    private static final String REWORD = """
            update rooms r set last_text = m.text
            from unnest(:rooms::text[], :seqs::bigint[], :texts::text[]) as m (room, seq, text)
            where r.id = m.room and r.last_seq = m.seq
            """;

    private static final String NEWS = """
            select r.id from rooms r
            join unnest(:rooms::text[], :epochs::bigint[], :seqs::bigint[]) as m (room, epoch, seq) on r.id = m.room
            where (m.epoch, m.seq) > (r.epoch, r.head)
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final MentionStore mentions;

    DigestStore(DatabaseClient database, TransactionalOperator transaction, MentionStore mentions) {
        this.database = database;
        this.transaction = transaction;
        this.mentions = mentions;
    }

    /// Writes the digest whole or not at all: as a rule in one statement. The order matters: a text is put into the
    /// message that is then the last.
    Mono<Void> apply(Digest digest) {
        var messages = moveAndMark(moves(digest, move -> move.last() != null), digest.marks());
        var silent = moves(digest, move -> move.last() == null);
        return silent.isEmpty() && digest.texts().isEmpty() && digest.mentions().isEmpty()
                ? messages
                : messages.then(Mono.defer(() -> move(silent)))
                        .then(Mono.defer(() -> reword(digest.texts())))
                        .then(Mono.defer(() -> mentions.apply(digest)))
                        .as(transaction::transactional);
    }

    private static List<Digest.Move> moves(Digest digest, Predicate<Digest.Move> which) {
        return digest.moves().stream().filter(which).toList();
    }

    /// The rooms whose message is newer than anything the inbox has seen there.
    Mono<List<String>> news(Collection<InboxFact.Sent> messages) {
        return database.sql(NEWS)
                .bind("rooms", texts(messages, InboxFact.Sent::room))
                .bind("epochs", numbers(messages, InboxFact.Sent::epoch))
                .bind("seqs", numbers(messages, InboxFact.Sent::seq))
                .map(row -> Objects.requireNonNull(row.get("id", String.class)))
                .all()
                .collectList();
    }

    private Mono<Void> moveAndMark(List<Digest.Move> moves, Map<Digest.Reader, Long> marks) {
        if (moves.isEmpty() && marks.isEmpty()) {
            return Mono.empty();
        }
        var lasts =
                moves.stream().map(move -> Objects.requireNonNull(move.last())).toList();
        return done(bindHeads(MOVE_WITH_MESSAGE_AND_MARK, moves)
                .bind("members", texts(marks.keySet(), Digest.Reader::member))
                .bind("marked", texts(marks.keySet(), Digest.Reader::room))
                .bind("ordinals", marks.values().toArray(Long[]::new))
                .bind("messages", numbers(moves, Digest.Move::messages))
                .bind("seqs", numbers(lasts, LastMessage::seq))
                .bind("times", numbers(lasts, last -> last.at().toEpochMilli()))
                .bind("authors", texts(lasts, last -> last.author().id()))
                .bind("kinds", texts(lasts, last -> last.author().kind()))
                .bind("names", texts(lasts, last -> last.author().name()))
                .bind("texts", texts(lasts, LastMessage::text))
                .bind("actives", numbers(moves, move -> move.activeAt().toEpochMilli())));
    }

    private Mono<Void> move(List<Digest.Move> moves) {
        return moves.isEmpty() ? Mono.empty() : done(bindHeads(MOVE, moves));
    }

    private GenericExecuteSpec bindHeads(String sql, List<Digest.Move> moves) {
        return database.sql(sql)
                .bind("rooms", texts(moves, Digest.Move::room))
                .bind("epochs", numbers(moves, Digest.Move::epoch))
                .bind("heads", numbers(moves, Digest.Move::head));
    }

    private Mono<Void> reword(Map<Digest.Target, String> texts) {
        if (texts.isEmpty()) {
            return Mono.empty();
        }
        return done(database.sql(REWORD)
                .bind("rooms", texts(texts.keySet(), Digest.Target::room))
                .bind("seqs", numbers(texts.keySet(), Digest.Target::seq))
                .bind("texts", texts.values().toArray(String[]::new)));
    }

    private static Mono<Void> done(GenericExecuteSpec statement) {
        return statement.fetch().rowsUpdated().then();
    }

    private static <T> String[] texts(Collection<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static <T> Long[] numbers(Collection<T> rows, ToLongFunction<T> column) {
        return rows.stream().mapToLong(column).boxed().toArray(Long[]::new);
    }
}
