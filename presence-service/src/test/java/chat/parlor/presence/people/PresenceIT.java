package chat.parlor.presence.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.event.Topics;
import chat.parlor.chassis.ids.Ids;
import chat.parlor.chassis.test.Contracts;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTopics;
import chat.parlor.presence.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
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
    private final String member = Ids.random("a_");
    private final String node = Ids.random("n_");

    PresenceIT(
            @Autowired VirtualTime time,
            @Autowired Presence presence,
            @Autowired DatabaseClient database,
            @Autowired TestTopics topics) {
        this.time = time;
        this.presence = presence;
        this.database = database;
        this.topics = topics;
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
        awaitStatuses("online");

        close("c_1" + member);
        awaitConnections(1);
        time.pass(GRACE.multipliedBy(2));

        assertThat(statuses()).containsExactly("online");
    }

    @Test
    void whoIsGoneForTheGracePeriodIsOffline() {
        open("c" + member);
        awaitStatuses("online");
        close("c" + member);
        awaitLeaving();

        time.pass(GRACE.minusMillis(1));
        assertThat(statuses()).containsExactly("online");
        time.pass(Duration.ofMillis(1));

        awaitStatuses("online", "offline");
        var last = published().getLast();
        assertThat(last.path("lastSeen").asString()).isEqualTo("2026-03-14T09:27:00.001Z");
    }

    @Test
    void comingBackWithinTheGracePeriodIsNoNews() {
        open("c_1" + member);
        close("c_1" + member);
        awaitLeaving();
        time.pass(GRACE.minusSeconds(1));
        open("c_2" + member);
        awaitConnections(1);

        time.pass(GRACE.multipliedBy(2));

        assertThat(statuses()).containsExactly("online");
    }

    @Test
    void aChosenStatusIsAnnounced() {
        open("c" + member);
        choose("c" + member, "busy");
        awaitStatus("busy");
        choose("c" + member, "online");
        awaitStatus("online");

        published().forEach(body -> Contracts.validate("presence", "presence.changed.v1", body.toString()));
    }

    @Test
    void aSilentGatewayTakesItsPeopleAlongAndBringsThemBackWhenItSpeaks() {
        open("c" + member);
        awaitStatuses("online");

        time.pass(SILENCE);
        assertThat(leavesAt()).isTrue();
        time.pass(GRACE);
        awaitStatuses("online", "offline");

        say("gateway.alive.v1", node, Map.of("node", node, "at", "2026-03-14T09:27:00.001Z"));
        awaitStatuses("online", "offline", "online");
    }

    @Test
    void aGatewayThatSpeaksKeepsItsPeople() {
        open("c" + member);
        awaitStatuses("online");

        for (var beat = 0; beat < 5; beat++) {
            var before = aliveAt();
            time.pass(SILENCE.minusSeconds(1));
            say("gateway.alive.v1", node, Map.of("node", node, "at", "2026-03-14T09:27:00.001Z"));
            await().until(() -> aliveAt().isAfter(before));
        }

        assertThat(statuses()).containsExactly("online");
    }

    @Test
    void whatWasDueWhenTheServiceStoppedIsKeptAfterItsStart() {
        open("c" + member);
        close("c" + member);
        awaitLeaving();
        presence.stop();
        time.pass(GRACE);
        assertThat(leavesAt()).isTrue();

        presence.start();
        time.pass(GRACE.minusMillis(1));
        assertThat(leavesAt()).isTrue();
        time.pass(Duration.ofMillis(1));

        awaitStatuses("online", "offline");
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

    private void say(String type, String key, Map<String, String> body) {
        topics.publish(Event.of("connection", key, type, body));
    }

    private void awaitStatuses(String... expected) {
        await().untilAsserted(() -> assertThat(statuses()).containsExactly(expected));
    }

    private void awaitStatus(String expected) {
        await().untilAsserted(() -> assertThat(statuses()).last().isEqualTo(expected));
    }

    private List<String> statuses() {
        return published().stream().map(body -> body.path("status").asString()).toList();
    }

    private List<JsonNode> published() {
        return topics.read("presence.changed").stream()
                .filter(found -> found.key().equals(member))
                .map(TestTopics.Published::body)
                .toList();
    }

    private void awaitConnections(int expected) {
        await().until(() -> count("select count(*) as n from connection where member = $1", member) == expected);
    }

    private void awaitLeaving() {
        await().until(this::leavesAt);
    }

    private boolean leavesAt() {
        return count("select count(*) as n from person where member = $1 and leaves_at is not null", member) == 1;
    }

    private Instant aliveAt() {
        return Objects.requireNonNull(database.sql("select alive_at from node where id = $1")
                .bind(0, node)
                .map(row -> Objects.requireNonNull(row.get("alive_at", Instant.class)))
                .one()
                .block());
    }

    private long count(String sql, String argument) {
        return Objects.requireNonNull(database.sql(sql)
                .bind(0, argument)
                .map(row -> Objects.requireNonNull(row.get("n", Long.class)))
                .one()
                .block());
    }
}
