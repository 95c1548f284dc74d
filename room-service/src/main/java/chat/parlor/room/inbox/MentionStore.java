package chat.parlor.room.inbox;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Who is mentioned where. Both statements may be repeated.
@Component
class MentionStore {

    private static final String ADD = """
            insert into mentions (member, room, seq, ordinal, at)
            select member, room, seq, ordinal, to_timestamp(at / 1000.0)
            from unnest(:members::text[], :rooms::text[], :seqs::bigint[], :ordinals::bigint[], :times::bigint[])
                as m (member, room, seq, ordinal, at)
            on conflict do nothing
            """;

    private static final String REMOVE = """
            delete from mentions n using unnest(:rooms::text[], :seqs::bigint[]) as m (room, seq)
            where n.room = m.room and n.seq = m.seq
            """;

    private final DatabaseClient database;

    MentionStore(DatabaseClient database) {
        this.database = database;
    }

    /// One member in one message.
    private record Mention(String member, Digest.Target target, Digest.Naming naming) {}

    /// Those of the digest; none of a message it says is deleted.
    Mono<Void> apply(Digest digest) {
        return add(mentions(digest)).then(Mono.defer(() -> remove(digest.deleted())));
    }

    private static List<Mention> mentions(Digest digest) {
        return digest.mentions().entrySet().stream()
                .flatMap(named -> named.getValue().members().stream()
                        .map(member -> new Mention(member, named.getKey(), named.getValue())))
                .toList();
    }

    private Mono<Void> add(List<Mention> mentions) {
        if (mentions.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(ADD)
                .bind("members", texts(mentions, Mention::member))
                .bind("rooms", texts(mentions, each -> each.target().room()))
                .bind("seqs", numbers(mentions, each -> each.target().seq()))
                .bind("ordinals", numbers(mentions, each -> each.naming().ordinal()))
                .bind("times", numbers(mentions, each -> each.naming().at().toEpochMilli()))
                .then();
    }

    private Mono<Void> remove(Collection<Digest.Target> deleted) {
        if (deleted.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(REMOVE)
                .bind("rooms", texts(deleted, Digest.Target::room))
                .bind("seqs", numbers(deleted, Digest.Target::seq))
                .then();
    }

    private static <T> String[] texts(Collection<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static <T> Long[] numbers(Collection<T> rows, Function<T, Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }
}
