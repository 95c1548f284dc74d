package chat.parlor.guest.registration;

import chat.parlor.guest.identity.SignedGuest;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// Guests whom a host page signed for.
@Repository
class SubjectTable {

    private final DatabaseClient database;

    SubjectTable(DatabaseClient database) {
        this.database = database;
    }

    /// Lets one caller at a time decide who somebody is, until the transaction ends.
    Mono<Void> lock(String subject) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended(:subject, 1))")
                .bind("subject", subject)
                .then();
    }

    /// The guest with this subject, with what was signed now; empty when there is none.
    Mono<Guest> known(SignedGuest signed) {
        return guest(bound("""
                update guest set name = coalesce(:name, name), email = coalesce(:email, email),
                    phone = coalesce(:phone, phone),
                    verified = array(select distinct unnest(verified || :said) order by 1)
                where subject = :subject
                returning id, name, email
                """, signed));
    }

    /// Makes a guest nobody signed for into the one with this subject; empty when somebody did already.
    Mono<Guest> claimed(String guest, SignedGuest signed) {
        return guest(bound("""
                        update guest set subject = :subject, name = coalesce(:name, name),
                            email = coalesce(:email, email), phone = coalesce(:phone, phone), verified = :said
                        where id = :id and subject is null
                        returning id, name, email
                        """, signed).bind("id", guest));
    }

    Mono<Guest> insert(String id, SignedGuest signed, @Nullable String address, Instant now) {
        return guest(bound("""
                        insert into guest (id, subject, name, email, phone, verified, address, registered_at)
                        values (:id, :subject, coalesce(:name, :some), :email, :phone, :said, :address, :now)
                        returning id, name, email
                        """, signed)
                .bind("id", id)
                .bind("some", signed.someName())
                .bind("address", Parameters.in(R2dbcType.VARCHAR, address))
                .bind("now", utc(now)));
    }

    private GenericExecuteSpec bound(String sql, SignedGuest signed) {
        return database.sql(sql)
                .bind("subject", signed.subject())
                .bind("name", Parameters.in(R2dbcType.VARCHAR, signed.name()))
                .bind("email", Parameters.in(R2dbcType.VARCHAR, signed.email()))
                .bind("phone", Parameters.in(R2dbcType.VARCHAR, signed.phone()))
                .bind("said", signed.said().stream().sorted().toArray(String[]::new));
    }

    private static Mono<Guest> guest(GenericExecuteSpec statement) {
        return statement.map(GuestTable::guest).one();
    }

    private static OffsetDateTime utc(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
