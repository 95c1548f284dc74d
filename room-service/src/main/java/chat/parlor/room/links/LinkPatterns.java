package chat.parlor.room.links;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.problem.Problems.FieldError;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Where the records of each kind are found, as administrators set it: the table `link_pattern`.
@Component
final class LinkPatterns {

    private static final String ADMINISTRATOR = "administrator";
    private static final String PUT = """
            insert into link_pattern (kind, pattern) select * from unnest(:kinds::text[], :patterns::text[])
            on conflict (kind) do update set pattern = excluded.pattern
            """;
    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    LinkPatterns(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /// The patterns of the kinds that have one.
    Mono<Map<LinkKind, LinkPattern>> all() {
        return database.sql("select kind, pattern from link_pattern")
                .map(row -> Map.entry(
                        LinkKind.from(Objects.requireNonNull(row.get("kind", String.class)))
                                .orElseThrow(),
                        new LinkPattern(Objects.requireNonNull(row.get("pattern", String.class)))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue, () -> new EnumMap<>(LinkKind.class));
    }

    /// The same, for an administrator.
    Mono<Map<LinkKind, LinkPattern>> all(Caller caller) {
        return administrator(caller).then(Mono.defer(this::all));
    }

    /// Replaces all patterns; kinds that are left out have none any more. Fails with [LinkRefusal.Invalid] naming each
    /// that makes no sense, then nothing changed.
    Mono<Map<LinkKind, LinkPattern>> replace(Caller caller, Map<LinkKind, String> wanted) {
        return administrator(caller)
                .then(Mono.fromCallable(() -> checked(wanted)))
                .flatMap(patterns -> store(patterns).thenReturn(patterns))
                .as(transaction::transactional);
    }

    private static Map<LinkKind, LinkPattern> checked(Map<LinkKind, String> wanted) {
        var patterns = new EnumMap<LinkKind, LinkPattern>(LinkKind.class);
        var errors = new ArrayList<FieldError>();
        wanted.forEach((kind, text) -> LinkPattern.flaw(text)
                .ifPresentOrElse(
                        flaw -> errors.add(new FieldError(kind.wire(), flaw)),
                        () -> patterns.put(kind, new LinkPattern(text))));
        if (!errors.isEmpty()) {
            throw new LinkRefusal.Invalid(errors);
        }
        return patterns;
    }

    private Mono<Void> store(Map<LinkKind, LinkPattern> patterns) {
        var kinds = patterns.keySet().stream().map(LinkKind::wire).toArray(String[]::new);
        var texts = patterns.values().stream().map(LinkPattern::text).toArray(String[]::new);
        return database.sql("delete from link_pattern where not (kind = any(:kinds))")
                .bind("kinds", kinds)
                .fetch()
                .rowsUpdated()
                .then(database.sql(PUT)
                        .bind("kinds", kinds)
                        .bind("patterns", texts)
                        .fetch()
                        .rowsUpdated())
                .then();
    }

    private static Mono<Void> administrator(Caller caller) {
        return caller.has(ADMINISTRATOR)
                ? Mono.empty()
                : Mono.error(new LinkRefusal.NotAllowed("Only administrators do this"));
    }
}
