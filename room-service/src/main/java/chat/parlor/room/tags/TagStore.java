package chat.parlor.room.tags;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The table `tag`, and the tags on rooms as far as they go away with one.
@Component
class TagStore {

    private static final String COUNTED_ALONE = """
            with alone as (select pg_advisory_xact_lock(hashtextextended('tag', 0)))
            select count(t.id) as tags from alone left join tag t on true
            """;
    private static final String INSERT =
            "insert into tag (id, name, color) values (:id, :name, :color) on conflict do nothing";
    private static final String TAKE_OFF =
            "update rooms set tags = array_remove(tags, :id::text) where kind = 'guest' and tags @> array[:id::text]";

    private final DatabaseClient database;

    TagStore(DatabaseClient database) {
        this.database = database;
    }

    /// All of them, by name.
    Flux<Tag> all() {
        return database.sql("select id, name, color from tag order by lower(name), id")
                .map(TagStore::tag)
                .all();
    }

    Mono<Tag> find(String id) {
        return database.sql("select id, name, color from tag where id = :id")
                .bind("id", id)
                .map(TagStore::tag)
                .one();
    }

    /// How many there are; nobody adds one until the transaction ends.
    Mono<Long> countedAlone() {
        return database.sql(COUNTED_ALONE)
                .map(row -> Objects.requireNonNull(row.get("tags", Long.class)))
                .one();
    }

    /// Whether it was stored: false when the name is taken.
    Mono<Boolean> insert(Tag tag) {
        return written(INSERT, tag);
    }

    /// Whether there was one. Fails with a [org.springframework.dao.DuplicateKeyException] when the name is taken.
    Mono<Boolean> update(Tag tag) {
        return written("update tag set name = :name, color = :color where id = :id", tag);
    }

    /// Whether there was one. It is taken off all rooms; callers bring a transaction.
    Mono<Boolean> delete(String id) {
        return database.sql("delete from tag where id = :id")
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .delayUntil(
                        gone -> database.sql(TAKE_OFF).bind("id", id).fetch().rowsUpdated())
                .map(rows -> rows > 0);
    }

    private Mono<Boolean> written(String sql, Tag tag) {
        return database.sql(sql)
                .bind("id", tag.id())
                .bind("name", tag.name())
                .bind("color", tag.color().wire())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private static Tag tag(Readable row) {
        return new Tag(
                text(row, "id"),
                text(row, "name"),
                TagColor.from(text(row, "color")).orElseThrow());
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }
}
