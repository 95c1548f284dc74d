package chat.parlor.gateway.sessions;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.identity.CallerKind;
import chat.parlor.gateway.accounts.Role;
import chat.parlor.gateway.identity.Login;
import chat.parlor.gateway.identity.TokenHash;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// The table of sessions.
@Repository
class SessionStore {

    private static final String INSERT = """
            insert into session (id, token_hash, account, created_at, expires_at)
            select :id, :hash, a.id, :at, :expires
              from account a
             where a.id = :account and not a.disabled and a.password = :proven
               for share
            """;
    private static final String END_ALL = """
            update session set ended_at = :at
             where account = :account and ended_at is null and expires_at > :at
            returning id
            """;
    private static final String LIVE = """
            select s.id as session, s.expires_at, a.id, a.name, a.roles
            from session s join account a on a.id = s.account
            where s.token_hash = :hash and s.ended_at is null and s.expires_at > :now and not a.disabled
            """;

    private final DatabaseClient database;

    SessionStore(DatabaseClient database) {
        this.database = database;
    }

    /// Stores a session and forgets those of the account that are over.
    ///
    /// @param proven the hash whose password was shown
    /// @return false when the account was disabled or got another password meanwhile; nothing is stored then
    Mono<Boolean> insert(Session session, String proven, Instant at) {
        return forgotten(session.account(), at).then(inserted(session, proven, at));
    }

    /// The login behind a token; empty when it is unknown, ended, over, or its account is disabled.
    Mono<Login> live(String token, Instant now) {
        return database.sql(LIVE)
                .bind("hash", TokenHash.of(token))
                .bind("now", utc(now))
                .map(SessionStore::login)
                .one();
    }

    /// Ends a session; false when it had ended before.
    Mono<Boolean> end(String session, Instant at) {
        return database.sql("update session set ended_at = :at where id = :id and ended_at is null")
                .bind("at", utc(at))
                .bind("id", session)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /// Ends all sessions of an account; answers those that had not ended before.
    Mono<List<String>> endAll(String account, Instant at) {
        return database.sql(END_ALL)
                .bind("at", utc(at))
                .bind("account", account)
                .map(row -> text(row, "id"))
                .all()
                .collectList();
    }

    private Mono<Void> forgotten(String account, Instant now) {
        return database.sql("delete from session where account = :account and expires_at < :now")
                .bind("account", account)
                .bind("now", utc(now))
                .then();
    }

    /// The account stays as it is until the transaction ends: who disables it waits, and then finds this session.
    private Mono<Boolean> inserted(Session session, String proven, Instant at) {
        return database.sql(INSERT)
                .bind("id", session.id())
                .bind("hash", TokenHash.of(session.token()))
                .bind("account", session.account())
                .bind("at", utc(at))
                .bind("expires", utc(session.expiresAt()))
                .bind("proven", proven)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private static Login login(Readable row) {
        var roles = List.of(Objects.requireNonNull(row.get("roles", String[].class)));
        var caller = new Caller(text(row, "id"), CallerKind.ACCOUNT, text(row, "name"), Role.expanded(roles), null);
        var expires = Objects.requireNonNull(row.get("expires_at", OffsetDateTime.class));
        return new Login(caller, text(row, "session"), expires.toInstant());
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    private static OffsetDateTime utc(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
