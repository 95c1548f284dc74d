package chat.parlor.gateway.links;

import chat.parlor.gateway.identity.TokenHash;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// The table of links.
@Repository
class LinkStore {

    private static final String COLUMNS =
            "id, purpose, email, name, roles, account, created_at, expires_at, used_at, revoked_at";
    private static final String INSERT = """
            insert into one_time_link
                (id, token_hash, purpose, email, name, roles, account, created_by, created_at, expires_at)
            values (:id, :hash, :purpose, :email, :name, :roles, :account, :by, :at, :expires)
            """;
    private static final String REPLACE = """
            update one_time_link set revoked_at = :at
             where purpose = :purpose and lower(email) = lower(:email) and used_at is null and revoked_at is null
            """;
    private static final String REVOKE = """
            update one_time_link set revoked_at = :at
             where id = :id and purpose = 'invitation' and used_at is null and revoked_at is null
            """;
    private static final String USE = """
            update one_time_link set used_at = :at
             where id = :id and used_at is null and revoked_at is null and expires_at > :at
            """;
    private static final String INVITATIONS = "select " + COLUMNS + """
             from one_time_link
            where purpose = 'invitation' and used_at is null and revoked_at is null
            order by created_at desc, id
            limit :limit
            """;

    private final DatabaseClient database;

    LinkStore(DatabaseClient database) {
        this.database = database;
    }

    /// A link as it is stored, whether it still counts or not.
    record Stored(
            Link link, @Nullable Instant usedAt, @Nullable Instant revokedAt) {}

    /// Stores a link in the place of those with the same purpose for the same e-mail.
    Mono<Void> insert(Issued issued, String by) {
        var link = issued.link();
        return replaced(link)
                .then(database.sql(INSERT)
                        .bind("id", link.id())
                        .bind("hash", TokenHash.of(issued.token()))
                        .bind("purpose", link.purpose().name())
                        .bind("email", link.email())
                        .bind("name", Objects.requireNonNullElse(link.name(), ""))
                        .bind("roles", link.roles().toArray(String[]::new))
                        .bind("account", Parameters.in(R2dbcType.VARCHAR, link.account()))
                        .bind("by", by)
                        .bind("at", utc(link.createdAt()))
                        .bind("expires", utc(link.expiresAt()))
                        .then());
    }

    private Mono<Void> replaced(Link link) {
        return database.sql(REPLACE)
                .bind("at", utc(link.createdAt()))
                .bind("purpose", link.purpose().name())
                .bind("email", link.email())
                .then();
    }

    Mono<Stored> byToken(String token) {
        return database.sql("select " + COLUMNS + " from one_time_link where token_hash = :hash")
                .bind("hash", TokenHash.of(token))
                .map(LinkStore::stored)
                .one();
    }

    /// Invitations that nobody has used and nobody has taken back, the newest first.
    Mono<List<Link>> invitations(int limit) {
        return database.sql(INVITATIONS)
                .bind("limit", limit)
                .map(LinkStore::stored)
                .all()
                .map(Stored::link)
                .collectList();
    }

    /// Takes an invitation back; false when there is none to take back.
    Mono<Boolean> revoke(String id, Instant at) {
        return changed(REVOKE, id, at);
    }

    /// Uses a link up; false when it does not count any more.
    Mono<Boolean> use(String id, Instant at) {
        return changed(USE, id, at);
    }

    private Mono<Boolean> changed(String sql, String id, Instant at) {
        return database.sql(sql)
                .bind("at", utc(at))
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /// Takes back whatever was to set a password of the account.
    Mono<Void> revokeResets(String account, Instant at) {
        return database.sql("update one_time_link set revoked_at = :at where account = :account"
                        + " and used_at is null and revoked_at is null")
                .bind("at", utc(at))
                .bind("account", account)
                .then();
    }

    /// Forgets links that have been over since before `time`.
    Mono<Void> forget(Instant time) {
        return database.sql("delete from one_time_link where expires_at < :time")
                .bind("time", utc(time))
                .then();
    }

    private static Stored stored(Readable row) {
        var name = text(row, "name");
        var link = new Link(
                text(row, "id"),
                Link.Purpose.valueOf(text(row, "purpose")),
                text(row, "email"),
                name.isEmpty() ? null : name,
                List.of(Objects.requireNonNull(row.get("roles", String[].class))),
                row.get("account", String.class),
                Objects.requireNonNull(time(row, "created_at")),
                Objects.requireNonNull(time(row, "expires_at")));
        return new Stored(link, time(row, "used_at"), time(row, "revoked_at"));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    private static @Nullable Instant time(Readable row, String column) {
        var time = row.get(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
