package chat.parlor.guest.visitor;

import chat.parlor.guest.visitor.Visitor.Attribute;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class AttributeTable {

    private final DatabaseClient database;

    AttributeTable(DatabaseClient database) {
        this.database = database;
    }

    /// By name.
    Flux<Attribute> of(String guest) {
        return database.sql("select name, value, verified from guest_attribute where guest = :guest order by name")
                .bind("guest", guest)
                .map(row -> new Attribute(
                        Objects.requireNonNull(row.get("name", String.class)),
                        Objects.requireNonNull(row.get("value", String.class)),
                        Boolean.TRUE.equals(row.get("verified", Boolean.class))))
                .all();
    }

    /// What was signed stays when it is said differently without a signature.
    Mono<Void> set(String guest, Attribute attribute, Instant now) {
        return database.sql("""
                insert into guest_attribute as a (guest, name, value, verified, set_at)
                values (:guest, :name, :value, :verified, :now)
                on conflict (guest, name) do update
                    set value = excluded.value, verified = excluded.verified, set_at = excluded.set_at
                    where excluded.verified or not a.verified
                """)
                .bind("guest", guest)
                .bind("name", attribute.name())
                .bind("value", attribute.value())
                .bind("verified", attribute.verified())
                .bind("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .then();
    }

    /// The same for what is to be forgotten.
    Mono<Void> forget(String guest, String name, boolean verified) {
        return database.sql("""
                delete from guest_attribute where guest = :guest and name = :name and (:verified or not verified)
                """)
                .bind("guest", guest)
                .bind("name", name)
                .bind("verified", verified)
                .then();
    }

    Mono<Long> count(String guest) {
        return database.sql("select count(*) as counted from guest_attribute where guest = :guest")
                .bind("guest", guest)
                .map(row -> Objects.requireNonNull(row.get("counted", Long.class)))
                .one();
    }
}
