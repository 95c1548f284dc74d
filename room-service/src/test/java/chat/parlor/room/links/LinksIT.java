package chat.parlor.room.links;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.Contracts;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTopics.Published;
import chat.parlor.room.driver.Neighbours;
import chat.parlor.room.driver.RoomDriver;
import chat.parlor.room.driver.RoomDriver.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

@ServiceIT("spring.config.name=room-service")
@Import(Neighbours.class)
class LinksIT {

    private static final String PATTERNS = "/api/v1/link-patterns";
    private static final String SECRET = "Wile E. Coyote Ltd";
    private final RoomDriver driver;

    LinksIT(@Autowired RoomDriver driver) {
        this.driver = driver;
    }

    @Test
    void anAgentSetsChangesAndClearsLinksAndEveryAgentSeesThem() {
        var room = driver.guestRoom();

        put(room, "opportunity", Map.of("id", "0061", "label", "Rockets"));
        put(room, "customer", Map.of("id", "C 1/2", "label", SECRET));
        put(room, "customer", Map.of("id", "C 1/3"));

        var seen =
                driver.get(driver.agent("a_ben"), "/" + room + "/links").body().path("items");
        assertThat(seen.findValuesAsString("kind")).containsExactly("customer", "opportunity");
        assertThat(seen.findValuesAsString("id")).containsExactly("C 1/3", "0061");
        assertThat(seen.findValuesAsString("label")).containsExactly("C 1/3", "Rockets");
        assertThat(driver.call(HttpMethod.DELETE, ada(), "/" + room + "/links/customer", null)
                        .status())
                .isEqualTo(204);
        assertThat(links(room).findValuesAsString("kind")).containsExactly("opportunity");
    }

    @Test
    void everyChangeIsAChangeOfTheRoomAndTheSameAgainIsNone() {
        var room = driver.guestRoom();

        put(room, "lead", Map.of("id", "1"));
        put(room, "lead", Map.of("id", "1"));
        put(room, "lead", Map.of("id", "2"));
        driver.call(HttpMethod.DELETE, ada(), "/" + room + "/links/lead", null);
        driver.call(HttpMethod.DELETE, ada(), "/" + room + "/links/lead", null);
        driver.post(ada(), "/" + room + "/claim", null);

        driver.topics()
                .await(
                        "room.state",
                        state -> isOf(state, room)
                                && state.body().path("status").asString().equals("assigned"));
        assertThat(states(room).stream()
                        .map(state -> state.body().path("version").asInt()))
                .containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void nothingOfALinkIsInWhatGuestsAndOtherServicesAreTold() {
        var room = driver.guestRoom();
        put(room, "customer", Map.of("id", "C-4711", "label", SECRET));
        var guest = driver.guest("g_gil");

        assertThat(driver.get(guest, "/" + room + "/links").code()).isEqualTo("not-allowed");
        for (var told : List.of(
                driver.get(guest, "/" + room),
                driver.get(guest, ""),
                driver.post(guest, "/" + room + "/handoff", null))) {
            assertThat(told.status()).isEqualTo(200);
            assertThat(told.body().toString()).contains(room).doesNotContain("4711", SECRET, "links");
        }
        driver.topics()
                .await(
                        "room.state",
                        state -> isOf(state, room)
                                && state.body().path("status").asString().equals("queued"));
        assertThat(states(room)).hasSize(3).allSatisfy(state -> {
            Contracts.validate("room", "room.state.v1", state.raw());
            assertThat(state.body().toString()).doesNotContain("4711", SECRET, "links");
        });
    }

    @Test
    void recordsAreFoundWhereTheAdministratorSays() {
        var room = driver.guestRoom();
        put(room, "contact", Map.of("id", "a/b?c"));
        patterns(Map.of());
        assertThat(links(room).get(0).has("url")).isFalse();

        var answer = patterns(Map.of("contact", " https://crm.example/contacts/{id} ", "lead", ""));

        assertThat(answer.body().toString()).isEqualTo("{\"contact\":\"https://crm.example/contacts/{id}\"}");
        assertThat(driver.get(root(), PATTERNS).body()).isEqualTo(answer.body());
        assertThat(links(room).get(0).path("url").asString()).isEqualTo("https://crm.example/contacts/a%2Fb%3Fc");
        assertThat(put(room, "contact", Map.of("id", "7")).text("url")).isEqualTo("https://crm.example/contacts/7");
        patterns(Map.of());
        assertThat(driver.get(root(), PATTERNS).body().isEmpty()).isTrue();
    }

    @Test
    void aPatternThatMakesNoSenseIsNamedAndNothingChanges() {
        var answer = driver.call(
                HttpMethod.PUT,
                root(),
                PATTERNS,
                Map.of("lead", "https://crm.example/{id}", "customer", "http://crm.example/{id}"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("errors").findValuesAsString("field")).containsExactly("customer");
        assertThat(answer.body().path("errors").get(0).path("message").asString())
                .contains("https://");
        assertThat(driver.get(root(), PATTERNS).body().has("lead")).isFalse();
    }

    @Test
    void aLinkThatMakesNoSenseIsRefused() {
        var room = driver.guestRoom();

        var answer = driver.call(HttpMethod.PUT, ada(), "/" + room + "/links/customer", Map.of("label", "x"));
        var kind = driver.call(HttpMethod.PUT, ada(), "/" + room + "/links/invoice", Map.of("id", "1"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("errors").findValuesAsString("field")).containsExactly("id");
        assertThat(kind.body().path("errors").findValuesAsString("field")).containsExactly("kind");
        assertThat(links(room)).isEmpty();
    }

    private String ada() {
        return driver.agent("a_ada");
    }

    private String root() {
        return driver.administrator("a_root");
    }

    private Answer put(String room, String kind, Map<String, Object> link) {
        var answer = driver.call(HttpMethod.PUT, ada(), "/" + room + "/links/" + kind, link);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    private Answer patterns(Map<String, Object> wanted) {
        var answer = driver.call(HttpMethod.PUT, root(), PATTERNS, wanted);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    private JsonNode links(String room) {
        return driver.get(ada(), "/" + room + "/links").body().path("items");
    }

    private List<Published> states(String room) {
        return driver.topics().read("room.state").stream()
                .filter(state -> isOf(state, room))
                .toList();
    }

    private static boolean isOf(Published published, String room) {
        return published.key().equals(room);
    }
}
