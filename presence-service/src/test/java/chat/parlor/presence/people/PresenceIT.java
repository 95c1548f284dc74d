package chat.parlor.presence.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.event.Topics;
import chat.parlor.chassis.ids.Ids;
import chat.parlor.chassis.test.Contracts;
import chat.parlor.chassis.test.Loops;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTopics;
import chat.parlor.presence.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.JsonNode;

@ServiceIT({"spring.config.name=presence-service", "parlor.presence.node-silence=60s"})
class PresenceIT {

    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final VirtualTime time;
    private final Presence presence;
    private final DatabaseClient database;
    private final TestTopics topics;
    private final Loops loops;
    private final TransactionalOperator transaction;
    private final String member = Ids.random("a_");
    private final String node = Ids.random("n_");

    PresenceIT(
            @Autowired VirtualTime time,
            @Autowired Presence presence,
            @Autowired DatabaseClient database,
            @Autowired TestTopics topics,
            @Autowired Loops loops,
            @Autowired TransactionalOperator transaction) {
        this.time = time;
        this.presence = presence;
        this.database = database;
        this.topics = topics;
        this.loops = loops;
        this.transaction = transaction;
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class World {
        @Bean
        VirtualTime time() {
            return new VirtualTime(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        }

        @Bean
        Scheduler scheduler(VirtualTime time) {
            return time.scheduler();
        }

        @Bean
        NewTopic connection(Topics topics) {
            return topics.kept("connection", Duration.ofHours(1));
        }
    }

    @Test
    void manyTabsAreOnePerson() {
        open("c_1" + member);
        open("c_2" + member);
        assertThat(statuses()).containsExactly("online");

        close("c_1" + member);
        time.pass(GRACE.multipliedBy(2));

        assertThat(statuses()).containsExactly("online");
    }

    @Test
    void whoIsGoneForTheGracePeriodIsOffline() {
        open("c" + member);
        close("c" + member);
        assertThat(isLeaving()).isTrue();

        time.pass(GRACE.minusMillis(1));
        assertThat(statuses()).containsExactly("online");
        time.pass(Duration.ofMillis(1));

        assertThat(statuses()).containsExactly("online", "offline");
        var last = published().getLast();
        assertThat(last.path("lastSeen").asString()).isEqualTo("2026-03-14T09:27:00.001Z");
    }

    @Test
    void comingBackWithinTheGracePeriodIsNoNews() {
        open("c_1" + member);
        close("c_1" + member);
        time.pass(GRACE.minusSeconds(1));
        assertThat(isLeaving()).isTrue();
        open("c_2" + member);

        time.pass(GRACE.multipliedBy(2));

        assertThat(statuses()).containsExactly("online");
    }

    @Test
    void aChosenStatusIsAnnounced() {
        open("c" + member);
        choose("c" + member, "busy");
        choose("c" + member, "online");

        assertThat(statuses()).containsExactly("online", "busy", "online");
        published().forEach(body -> Contracts.validate("presence", "presence.changed.v1", body.toString()));
    }

    @Test
    void aSilentGatewayTakesItsPeopleAlongAndBringsThemBackWhenItSpeaks() {
        open("c" + member);

        time.pass(SILENCE);
        assertThat(isLeaving()).isTrue();
        time.pass(GRACE);
        assertThat(statuses()).containsExactly("online", "offline");

        say("gateway.alive.v1", node, Map.of("node", node, "at", "2026-03-14T09:27:00.001Z"));
        assertThat(statuses()).containsExactly("online", "offline", "online");
    }

    @Test
    void aGatewayThatSpeaksKeepsItsPeople() {
        open("c" + member);

        for (var beat = 0; beat < 5; beat++) {
            time.pass(SILENCE.minusSeconds(1));
            say("gateway.alive.v1", node, Map.of("node", node, "at", "2026-03-14T09:27:00.001Z"));
        }

        assertThat(statuses()).containsExactly("online");
    }

    @Test
    void whatWasDueWhenTheServiceStoppedIsKeptAfterItsStart() {
        open("c" + member);
        close("c" + member);
        presence.stop();
        time.pass(GRACE);
        assertThat(isLeaving()).isTrue();

        presence.start();
        time.pass(GRACE.minusMillis(1));
        assertThat(isLeaving()).isTrue();
        time.pass(Duration.ofMillis(1));

        assertThat(statuses()).containsExactly("online", "offline");
    }

    @Test
    void whoLeavesAgainWhileManyOthersStillLeaveIsOfflineInTheEnd() {
        leavingWithACrowd();
        var last = heldBack(member + "_999");
        var leaving = CompletableFuture.runAsync(() -> time.pass(GRACE));
        await().until(() -> count("select count(*) as n from person where member = $1 and not here", member) == 1);

        open("c" + member);
        close("c" + member);
        last.run();
        leaving.join();
        time.pass(GRACE);

        assertThat(statuses()).containsExactly("offline", "online", "offline");
    }

    /// More people than leave in one transaction; the one looked at is among the first, all have the whole grace
    /// period.
    private void leavingWithACrowd() {
        database.sql("""
                insert into person (member, kind, name, status, here, last_seen, leaves_at)
                select $1 || case when n = 0 then '' else '_' || lpad(n::text, 3, '0') end,
                    'account', 'Grace', 'online', true, $2, $2
                from generate_series(0, 999) n
                """).bind(0, member).bind(1, time.instant()).then().block();
        presence.start();
    }

    /// Keeps whoever would change `person` waiting until the answer is run.
    private Runnable heldBack(String person) {
        var held = new CompletableFuture<Void>();
        var released = new CompletableFuture<Void>();
        CompletableFuture<@Nullable Void> done = transaction
                .execute(status -> database.sql("select 1 from person where member = $1 for update")
                        .bind(0, person)
                        .then()
                        .then(Mono.fromRunnable(() -> held.complete(null)))
                        .then(Mono.fromFuture(released)))
                .then()
                .toFuture();
        held.join();
        return () -> {
            released.complete(null);
            done.join();
        };
    }

    private void open(String connection) {
        say(
                "connection.opened.v1",
                member,
                Map.of("connection", connection, "node", node, "member", member, "kind", "account", "name", "Grace"));
    }

    private void close(String connection) {
        var at = "2026-03-14T09:27:00.001Z";
        say("connection.closed.v1", member, Map.of("connection", connection, "node", node, "member", member, "at", at));
    }

    private void choose(String connection, String status) {
        var at = "2026-03-14T09:27:00.001Z";
        say(
                "connection.status.v1",
                member,
                Map.of("connection", connection, "node", node, "member", member, "status", status, "at", at));
    }

    /// Says something and waits until it has been taken in and its deadlines are set: what comes in one batch counts
    /// together, and time that passes earlier passes unseen.
    private void say(String type, String key, Map<String, String> body) {
        loops.handle("connections", () -> topics.publish(Event.of("connection", key, type, body)));
    }

    /// What has been announced, nothing being on its way any more.
    private List<String> statuses() {
        return published().stream().map(body -> body.path("status").asString()).toList();
    }

    private List<JsonNode> published() {
        await().until(() -> count("select count(*) as n from outbox where key = $1", member) == 0);
        return topics.read("presence.changed").stream()
                .filter(found -> found.key().equals(member))
                .map(TestTopics.Published::body)
                .toList();
    }

    private boolean isLeaving() {
        return count("select count(*) as n from person where member = $1 and leaves_at is not null", member) == 1;
    }

    private long count(String sql, String argument) {
        return Objects.requireNonNull(database.sql(sql)
                .bind(0, argument)
                .map(row -> Objects.requireNonNull(row.get("n", Long.class)))
                .one()
                .block());
    }
}
