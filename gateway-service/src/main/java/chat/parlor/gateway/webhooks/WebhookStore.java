package chat.parlor.gateway.webhooks;

import static chat.parlor.gateway.webhooks.Rows.utc;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The table of webhooks.
@Repository
class WebhookStore {

    private static final String SELECT = """
            select w.id, w.url, w.types, w.state, w.failing_since, w.created_at,
                   (select count(*) from webhook_delivery d where d.webhook = w.id and d.state = 'waiting') as waiting
              from webhook w
            """;
    private static final String INSERT = """
            insert into webhook (id, url, types, secret, state, position, created_at)
            values (:id, :url, :types, :secret, 'active', :position, :at)
            """;

    private final DatabaseClient database;

    WebhookStore(DatabaseClient database) {
        this.database = database;
    }

    /// All, the oldest first.
    Mono<List<Webhook>> all() {
        return database.sql(SELECT + " order by w.created_at, w.id")
                .map(Rows::webhook)
                .all()
                .collectList();
    }

    Mono<Webhook> byId(String id) {
        return database.sql(SELECT + " where w.id = :id")
                .bind("id", id)
                .map(Rows::webhook)
                .one();
    }

    /// The ids of those that are told what happens now.
    Flux<String> active() {
        return database.sql("select id from webhook where state = 'active' order by id")
                .map(row -> Rows.text(row, "id"))
                .all();
    }

    /// How many there are. Until the transaction ends nobody else registers one.
    Mono<Long> count() {
        return database.sql("select pg_advisory_xact_lock(hashtext(current_schema() || '.webhook'))")
                .then()
                .then(database.sql("select count(*) as webhooks from webhook")
                        .map(row -> Objects.requireNonNull(row.get("webhooks", Long.class)))
                        .one());
    }

    /// Stores a webhook that is told what comes behind `position`.
    Mono<Void> insert(Webhook webhook, byte[] secret, long position) {
        return database.sql(INSERT)
                .bind("id", webhook.id())
                .bind("url", webhook.url())
                .bind("types", webhook.types().toArray(String[]::new))
                .bind("secret", secret)
                .bind("position", position)
                .bind("at", utc(webhook.createdAt()))
                .then();
    }

    /// Changes it; false when there is no such webhook.
    Mono<Boolean> change(String id, WantedWebhook.Checked wanted) {
        return changed(database.sql("update webhook set url = :url, types = :types where id = :id")
                .bind("url", wanted.url())
                .bind("types", wanted.types().toArray(String[]::new))
                .bind("id", id));
    }

    /// Gives it another secret; false when there is no such webhook.
    Mono<Boolean> secret(String id, byte[] secret) {
        return changed(database.sql("update webhook set secret = :secret where id = :id")
                .bind("secret", secret)
                .bind("id", id));
    }

    /// Sets its state, and forgets how long it failed; false when there is no such webhook.
    Mono<Boolean> state(String id, String state) {
        return changed(database.sql("update webhook set state = :state, failing_since = null where id = :id")
                .bind("state", state)
                .bind("id", id));
    }

    /// Removes it with its deliveries; false when there is no such webhook.
    Mono<Boolean> delete(String id) {
        return changed(database.sql("delete from webhook where id = :id").bind("id", id));
    }

    /// What waits begins again, as if it had never been tried.
    Mono<Void> begin(String id, Instant now) {
        return database.sql("update webhook_delivery set next_at = :now, first_at = null, attempts = 0"
                        + " where webhook = :id and next_at is not null and not by_hand")
                .bind("now", utc(now))
                .bind("id", id)
                .then();
    }

    private static Mono<Boolean> changed(DatabaseClient.GenericExecuteSpec change) {
        return change.fetch().rowsUpdated().map(rows -> rows > 0);
    }
}
