package chat.parlor.guest.registration;

import chat.parlor.chassis.ids.Ids;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// Further tokens of a guest, who goes on in another browser than the first. The first one is with the guest itself;
/// only digests are kept of any. Callers bring a transaction.
@Repository
public class Tokens {

    private final DatabaseClient database;
    private final SessionProperties sessions;

    Tokens(DatabaseClient database, SessionProperties sessions) {
        this.database = database;
        this.sessions = sessions;
    }

    /// Lets one more browser in, and no more than a few in all: the oldest has to go. Who was signed for has to be told
    /// of
    /// again after a while; of the others a token is all there is, and it counts as long as the guest is known.
    public Mono<String> another(String guest, Instant now) {
        var token = Ids.secret(Registration.TOKEN);
        return database.sql("""
                        insert into guest_token (token_hash, guest, issued_at, ends_at)
                        select :hash, id, :now, case when subject is not null then cast(:end as timestamptz) end
                        from guest where id = :guest
                        """)
                .bind("hash", TokenHash.of(token))
                .bind("guest", guest)
                .bind("now", utc(now))
                .bind("end", utc(now.plus(sessions.last())))
                .then()
                .then(Mono.defer(() -> forgetOldest(guest, now)))
                .thenReturn(token);
    }

    /// What proved a guest whom nobody had signed for proves nobody any more: who had it then need not be who was
    /// signed for since.
    Mono<Void> endAll(String guest) {
        return run("update guest set token_hash = null where id = :guest", guest)
                .then(Mono.defer(() -> run("delete from guest_token where guest = :guest", guest)));
    }

    private Mono<Void> forgetOldest(String guest, Instant now) {
        return database.sql("""
                        delete from guest_token where guest = :guest and (ends_at <= :now or token_hash not in (
                            select token_hash from guest_token where guest = :guest
                            order by issued_at desc limit :most))
                        """)
                .bind("guest", guest)
                .bind("now", utc(now))
                .bind("most", sessions.most())
                .then();
    }

    private Mono<Void> run(String sql, String guest) {
        return database.sql(sql).bind("guest", guest).then();
    }

    private static OffsetDateTime utc(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
