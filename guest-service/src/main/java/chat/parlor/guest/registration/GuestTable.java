package chat.parlor.guest.registration;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class GuestTable {

    private final DatabaseClient database;

    GuestTable(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(Registration registration) {
        return database.sql("""
                insert into guest (id, token_hash, name, email, phone, address, room, registered_at)
                values (:id, :hash, :name, :email, :phone, :address, :room, :at)
                """)
                .bind("id", registration.id())
                .bind("hash", TokenHash.of(registration.token()))
                .bind("name", registration.name())
                .bind(
                        "email",
                        Parameters.in(R2dbcType.VARCHAR, registration.form().email()))
                .bind(
                        "phone",
                        Parameters.in(R2dbcType.VARCHAR, registration.form().phone()))
                .bind(
                        "address",
                        Parameters.in(R2dbcType.VARCHAR, registration.form().address()))
                .bind("room", registration.room())
                .bind("at", registration.at())
                .then();
    }

    /// Empty when nobody has this id.
    Mono<Guest> byId(String id) {
        return database.sql("select id, name, email from guest where id = :id")
                .bind("id", id)
                .map(GuestTable::guest)
                .one();
    }

    /// Empty when the token belongs to nobody.
    Mono<Guest> byToken(String token) {
        return database.sql("select id, name, email from guest where token_hash = :hash")
                .bind("hash", TokenHash.of(token))
                .map(GuestTable::guest)
                .one();
    }

    private static Guest guest(Readable row) {
        return new Guest(text(row, "id"), text(row, "name"), row.get("email", String.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }
}
