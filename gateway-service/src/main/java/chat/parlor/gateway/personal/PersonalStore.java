package chat.parlor.gateway.personal;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// The table of personal settings.
@Repository
class PersonalStore {

    private static final String READ = """
            select version, sounds, notifications, preview, theme, language
              from personal_settings where account = :account
            """;
    private static final String INSERT = """
            insert into personal_settings
                (account, version, sounds, notifications, preview, theme, language, changed_at)
            values (:account, :version + 1, :sounds, :notifications, :preview, :theme, :language, :at)
            on conflict do nothing
            """;
    private static final String UPDATE = """
            update personal_settings
               set version = version + 1, sounds = :sounds, notifications = :notifications, preview = :preview,
                   theme = :theme, language = :language, changed_at = :at
             where account = :account and version = :version
            """;

    private final DatabaseClient database;

    PersonalStore(DatabaseClient database) {
        this.database = database;
    }

    /// What the account has set; the standard when that is nothing.
    Mono<PersonalSettings> of(String account) {
        return database.sql(READ)
                .bind("account", account)
                .map(PersonalStore::settings)
                .one()
                .defaultIfEmpty(PersonalSettings.STANDARD);
    }

    /// Replaces the settings of the version they carry; false when that is not the version any more.
    Mono<Boolean> replace(String account, PersonalSettings settings, Instant at) {
        return database.sql(settings.version() == 0 ? INSERT : UPDATE)
                .bind("account", account)
                .bind("version", settings.version())
                .bind("sounds", settings.sounds())
                .bind("notifications", settings.notifications())
                .bind("preview", settings.preview())
                .bind("theme", settings.theme())
                .bind("language", Parameters.in(R2dbcType.VARCHAR, settings.language()))
                .bind("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private static PersonalSettings settings(Readable row) {
        return new PersonalSettings(
                Objects.requireNonNull(row.get("version", Long.class)),
                Boolean.TRUE.equals(row.get("sounds", Boolean.class)),
                Objects.requireNonNull(row.get("notifications", String.class)),
                Boolean.TRUE.equals(row.get("preview", Boolean.class)),
                Objects.requireNonNull(row.get("theme", String.class)),
                row.get("language", String.class));
    }
}
