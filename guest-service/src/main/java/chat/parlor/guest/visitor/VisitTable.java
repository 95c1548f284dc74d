package chat.parlor.guest.visitor;

import chat.parlor.guest.visitor.Visitor.Page;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class VisitTable {

    private final DatabaseClient database;

    VisitTable(DatabaseClient database) {
        this.database = database;
    }

    /// The newest first.
    Flux<Page> pages(String guest) {
        return database.sql("select page, title, seen_at from guest_page where guest = :guest order by id desc")
                .bind("guest", guest)
                .map(row -> new Page(
                        Objects.requireNonNull(row.get("page", String.class)),
                        row.get("title", String.class),
                        Objects.requireNonNull(row.get("seen_at", OffsetDateTime.class))
                                .toInstant()))
                .all();
    }

    /// How the guest visits from now on.
    Mono<Void> told(String guest, Visit visit, Device device, Instant now) {
        return database.sql("""
                insert into guest_visit (guest, browser, system, kind, locale, zone, told_at)
                values (:guest, :browser, :system, :kind, :locale, :zone, :now)
                on conflict (guest) do update
                    set browser = excluded.browser, system = excluded.system, kind = excluded.kind,
                        locale = excluded.locale, zone = excluded.zone, told_at = excluded.told_at
                """)
                .bind("guest", guest)
                .bind("browser", text(device.browser()))
                .bind("system", text(device.system()))
                .bind("kind", text(device.kind()))
                .bind("locale", text(visit.locale()))
                .bind("zone", text(visit.zone()))
                .bind("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .then();
    }

    /// Another page; the same as the last is that one once more. Of the older ones `most` stay.
    Mono<Void> went(String guest, Visit visit, Instant now, int most) {
        return database.sql("""
                with last as (
                    select id, page from guest_page where guest = :guest order by id desc limit 1),
                again as (
                    update guest_page p set title = :title, seen_at = :now from last
                    where p.id = last.id and last.page = :page returning p.id)
                insert into guest_page (guest, page, title, seen_at)
                select :guest, :page, :title, :now where not exists (select 1 from again)
                """)
                .bind("guest", guest)
                .bind("page", text(visit.page()))
                .bind("title", text(visit.title()))
                .bind("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .then()
                .then(Mono.defer(() -> keepNewest(guest, most)));
    }

    private Mono<Void> keepNewest(String guest, int most) {
        return database.sql("""
                delete from guest_page where id in (
                    select id from guest_page where guest = :guest order by id desc offset :most)
                """).bind("guest", guest).bind("most", most).then();
    }

    private static Parameter text(@Nullable String value) {
        return Parameters.in(R2dbcType.VARCHAR, value);
    }
}
