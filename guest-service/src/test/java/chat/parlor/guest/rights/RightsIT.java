package chat.parlor.guest.rights;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.event.Topics;
import chat.parlor.chassis.test.Contracts;
import chat.parlor.chassis.test.Patience;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTokens;
import chat.parlor.chassis.test.TestTopics;
import chat.parlor.chassis.test.TestTopics.Published;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@ServiceIT({"spring.config.name=guest-service", "parlor.guest.starts-per-hour=1000"})
class RightsIT {

    private static final NeighboursStandIn NEIGHBOURS = new NeighboursStandIn();
    private static final String NAME = "Grace O'Malley";

    private final TestTokens tokens;
    private final TestTopics topics;
    private final DatabaseClient database;
    private final WebTestClient web;
    private final String base;
    private String guest = "";
    private String token = "";

    RightsIT(
            @Autowired TestTokens tokens,
            @Autowired TestTopics topics,
            @Autowired DatabaseClient database,
            @LocalServerPort int port) {
        this.tokens = tokens;
        this.topics = topics;
        this.database = database;
        this.base = "http://127.0.0.1:" + port;
        this.web = WebTestClient.bindToServer()
                .baseUrl(base)
                .responseTimeout(Patience.LIMIT)
                .build();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class OtherServicesTopics {
        @Bean
        NewTopic messageSend(Topics topics) {
            return topics.kept("message.send", Duration.ofHours(1));
        }
    }

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry properties) {
        for (var service : List.of("room", "message", "presence")) {
            properties.add("parlor.services." + service + ".url", NEIGHBOURS::url);
        }
    }

    @BeforeEach
    void aGuest() {
        var started = web.post()
                .uri("/api/v1/guests")
                .headers(headers -> headers.setBearerAuth(tokens.anonymous("203.0.113.77")))
                .bodyValue(Map.of("name", NAME, "email", "grace@sea.example", "phone", "+353 1"))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        guest = Objects.requireNonNull(started).path("guest").path("id").asString();
        token = started.path("token").asString();
        ToldByAPage.of(web, tokens.guest(guest, NAME));
    }

    @AfterAll
    static void close() {
        NEIGHBOURS.close();
    }

    @Test
    void everythingThatIsKeptComesAsOneArchive() throws IOException {
        NEIGHBOURS.answer(
                "/internal/guests/" + guest + "/rooms", "{\"items\":[{\"id\":\"r_1\",\"backroom\":\"r_1b\"}]}");
        NEIGHBOURS.answer("/internal/people/" + guest, "[{\"last_seen\":\"yesterday\"}]");
        for (var room : List.of("r_1", "r_1b")) {
            NEIGHBOURS.answer("/internal/rooms/" + room + "/records", "{\"rooms\":[{\"id\":\"" + room + "\"}]}");
            NEIGHBOURS.answer("/internal/rooms/" + room + "/originals", "{\"seq\":1,\"text\":\"ahoy\"}\n");
            NEIGHBOURS.answer("/internal/rooms/" + room + "/marks?after=", "{\"items\":[]}");
            NEIGHBOURS.answer("/internal/rooms/" + room + "/files", "");
        }
        NEIGHBOURS.answer("/internal/rooms/r_1/files", """
                {"id":"f_1","name":"chart.pdf","type":"application/pdf","size":4,"uploader":"g","uploadedAt":"x"}
                """);
        NEIGHBOURS.answer("/internal/files/f_1", "%PDF");

        var files = archive();

        assertThat(files.keySet())
                .containsExactly(
                        "README.txt",
                        "guest.json",
                        "presence.json",
                        "rooms/r_1/records.json",
                        "rooms/r_1/timeline.ndjson",
                        "rooms/r_1/reads.json",
                        "rooms/r_1/files.json",
                        "rooms/r_1/files/f_1/chart.pdf",
                        "rooms/r_1b/records.json",
                        "rooms/r_1b/timeline.ndjson",
                        "rooms/r_1b/reads.json",
                        "rooms/r_1b/files.json");
        assertThat(files.get("guest.json"))
                .contains(NAME, "grace@sea.example", "+353 1", "203.0.113.77", "login", "?of=", "Europe/Dublin")
                .doesNotContain("token");
        assertThat(files.get("rooms/r_1/timeline.ndjson")).isEqualTo("{\"seq\":1,\"text\":\"ahoy\"}\n");
        assertThat(files.get("rooms/r_1/files/f_1/chart.pdf")).isEqualTo("%PDF");
    }

    @Test
    void anErasedGuestIsNobodyAtOnceAndEverybodyIsAsked() {
        var begun = Objects.requireNonNull(erase(NAME)
                .expectStatus()
                .isAccepted()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());

        assertThat(begun.has("doneAt")).isFalse();
        assertThat(begun.path("parts").findValuesAsString("part"))
                .containsExactly("identity", "rooms", "messages", "presence");
        assertThat(begun.path("requestedBy").path("id").asString()).isEqualTo("a_root");
        assertThat(resolves()).isEqualTo(404);
        assertThat(tablesThatHold("grace@sea.example")).isEmpty();
        var asked = facts("guest.erasing.v1").getFirst();
        Contracts.validate("guest", "guest.erasing.v1", asked.raw());
        assertThat(asked.raw()).doesNotContain(NAME);
    }

    @Test
    void itIsDoneWhenEverybodyHasSaidSoAndTheReceiptSaysHowMuch() {
        var id = begun();
        part(id, "rooms.erased.v1", Map.of("rooms", List.of(Map.of("id", "r_1"), Map.of("id", "r_1b"))));
        part(id, "timelines.erased.v1", Map.of("entries", 12, "files", 1, "bytes", 4));
        part(id, "timelines.erased.v1", Map.of("entries", 0, "files", 0, "bytes", 0));
        Awaitility.await().atMost(Patience.LIMIT).until(() -> done(id) == 3);
        assertThat(receipt(id).has("doneAt")).isFalse();
        assertThat(facts("guest.erased.v1")).isEmpty();

        part(id, "person.erased.v1", Map.of());
        part(id, "person.erased.v1", Map.of());

        Awaitility.await().atMost(Patience.LIMIT).until(() -> receipt(id).has("doneAt"));
        var removed = receipt(id).path("parts").findValues("removed");
        assertThat(removed.toString()).contains("\"rooms\":2", "\"entries\":12", "\"bytes\":4");
        Awaitility.await()
                .atMost(Patience.LIMIT)
                .until(() -> !facts("guest.erased.v1").isEmpty());
        var erased = facts("guest.erased.v1");
        assertThat(erased).hasSize(1);
        Contracts.validate("guest", "guest.erased.v1", erased.getFirst().raw());
        assertThat(receipt(id).toString()).doesNotContain("O'Malley");
    }

    @Test
    void askingAgainRemindsThoseWhoHaveNotDoneTheirPart() {
        var id = begun();

        var again = erase("whatever is typed now")
                .expectStatus()
                .isAccepted()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();

        assertThat(Objects.requireNonNull(again).path("id").asString()).isEqualTo(id);
        Awaitility.await()
                .atMost(Patience.LIMIT)
                .until(() -> facts("guest.erasing.v1").size() == 2);
    }

    @Test
    void anotherNameErasesNobody() {
        erase("Grace")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("name");
        erase("").expectStatus().isEqualTo(422);

        assertThat(resolves()).isEqualTo(200);
    }

    @Test
    void nothingOfAGuestIsErasedWhileAnythingOfItIsHeld() {
        NEIGHBOURS.answer("/internal/guests/" + guest + "/holds", "{\"held\":true}");
        erase(NAME)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("legal-hold");
        NEIGHBOURS.answer("/internal/guests/" + guest + "/holds", "no answer");
        erase(NAME)
                .expectStatus()
                .isEqualTo(503)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("unavailable");
        assertThat(resolves()).isEqualTo(200);

        NEIGHBOURS.forget("/internal/guests/" + guest + "/holds");

        erase(NAME).expectStatus().isAccepted();
    }

    @Test
    void onlyAdministratorsFindExportAndErase() {
        for (var caller : List.of(
                tokens.anonymous("::1"),
                tokens.guest(guest, NAME),
                tokens.account("a_1", "Ada", "agent"),
                tokens.account("a_2", "Sue", "supervisor"))) {
            for (var path : List.of("", "/erasures", "/" + guest + "/export")) {
                get(caller, path).expectStatus().isForbidden();
            }
            erase(caller, NAME).expectStatus().isForbidden();
        }
        get(root(), "/g_none/export").expectStatus().isNotFound();
        assertThat(resolves()).isEqualTo(200);
    }

    @Test
    void guestsAreFoundByNameMailAndPhoneAPageAtATime() {
        aGuest();

        var first = body(get(root(), "?q=grace@SEA&limit=1"));
        var second = body(
                get(root(), "?q=malley&limit=1&cursor=" + first.path("next").asString()));

        assertThat(first.path("items").get(0).path("name").asString()).isEqualTo(NAME);
        assertThat(second.path("items").get(0).path("id"))
                .isNotEqualTo(first.path("items").get(0).path("id"));
        assertThat(body(get(root(), "?q=%25")).path("items")).isEmpty();
        get(root(), "?limit=101").expectStatus().isBadRequest();
        get(root(), "?cursor=x").expectStatus().isBadRequest();
    }

    private String root() {
        return tokens.account("a_root", "Root", "administrator");
    }

    private WebTestClient.ResponseSpec get(String caller, String path) {
        return web.get()
                .uri(URI.create(base + "/api/v1/guests" + path))
                .headers(headers -> headers.setBearerAuth(caller))
                .exchange();
    }

    private WebTestClient.ResponseSpec erase(String name) {
        return erase(root(), name);
    }

    private WebTestClient.ResponseSpec erase(String caller, String name) {
        return web.post()
                .uri("/api/v1/guests/{guest}/erasure", guest)
                .headers(headers -> headers.setBearerAuth(caller))
                .bodyValue(Map.of("name", name))
                .exchange();
    }

    private String begun() {
        return Objects.requireNonNull(
                        erase(NAME).expectBody(JsonNode.class).returnResult().getResponseBody())
                .path("id")
                .asString();
    }

    private void part(String erasure, String type, Map<String, Object> more) {
        var body = new LinkedHashMap<>(more);
        body.put("erasure", erasure);
        body.put("guest", guest);
        topics.publish(Event.of("guest.erasure", guest, type, body));
    }

    private JsonNode receipt(String id) {
        return body(get(root(), "/erasures"))
                .path("items")
                .valueStream()
                .filter(each -> each.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private long done(String id) {
        return receipt(id)
                .path("parts")
                .valueStream()
                .filter(part -> part.has("doneAt"))
                .count();
    }

    private List<Published> facts(String type) {
        return topics.read("guest.erasure").stream()
                .filter(each -> each.key().equals(guest) && each.type().equals(type))
                .toList();
    }

    private int resolves() {
        return web.post()
                .uri("/internal/tokens")
                .headers(headers -> headers.setBearerAuth(tokens.service()))
                .bodyValue(Map.of("token", token))
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    private Map<String, String> archive() throws IOException {
        var bytes = get(root(), "/" + guest + "/export")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/zip")
                .expectHeader()
                .valueEquals("Content-Disposition", "attachment; filename=\"" + guest + ".zip\"")
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(Objects.requireNonNull(bytes)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static JsonNode body(WebTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }

    /// The tables a row of which about this guest has `text` in it.
    private List<String> tablesThatHold(String text) {
        var found = new ArrayList<String>();
        for (var table :
                List.of("guest", "guest_attribute", "guest_page", "guest_visit", "erasure", "erasure_part", "outbox")) {
            var rows = database.sql("select count(*) as rows from " + table
                            + " t where strpos(t::text, $1) > 0 and strpos(t::text, $2) > 0")
                    .bind(0, text)
                    .bind(1, guest)
                    .map(row -> Objects.requireNonNull(row.get("rows", Long.class)))
                    .one()
                    .block();
            if (Objects.requireNonNull(rows) > 0) {
                found.add(table);
            }
        }
        return found;
    }
}
