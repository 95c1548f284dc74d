package chat.parlor.guest.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTokens;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

@ServiceIT({"spring.config.name=guest-service", "parlor.guest.starts-per-hour=100"})
class VisitorIT extends VisitorHarness {

    VisitorIT(@Autowired TestTokens tokens, @LocalServerPort int port) {
        super(tokens, port);
    }

    @Test
    void staffSeeWhoVisitsAndWhatIsSaidOfThem() {
        var guest = started();

        say(guest, Map.of("plan", "pro", "seats", 12, "trial", false)).isNoContent();

        var visitor = seen(guest);
        assertThat(visitor.path("name").asString()).isEqualTo("Ada");
        assertThat(visitor.path("email").asString()).isEqualTo("ada@example.com");
        assertThat(visitor.path("verified")).isEmpty();
        assertThat(visitor.path("attributes").toString()).isEqualTo("""
                        [{"name":"plan","value":"pro","verified":false},\
                        {"name":"seats","value":"12","verified":false},\
                        {"name":"trial","value":"false","verified":false}]""");
        assertThat(visitor.path("device").isEmpty()).isTrue();
        assertThat(visitor.path("conversations").path(0).path("id").asString()).isEqualTo(guest.room());
    }

    @Test
    void whatIsSaidAgainReplacesAndNullForgets() {
        var guest = started();
        say(guest, Map.of("plan", "pro", "city", "Bremen")).isNoContent();

        say(guest, Map.of("plan", "free")).isNoContent();
        say(guest, Collections.singletonMap("city", null)).isNoContent();

        assertThat(seen(guest).path("attributes").toString())
                .isEqualTo("[{\"name\":\"plan\",\"value\":\"free\",\"verified\":false}]");
    }

    @Test
    void whatWasSignedIsMarkedAndCannotBeSaidDifferently() {
        var guest = started();
        say(guest, Map.of("plan", "free")).isNoContent();

        sign(guest, Map.of("plan", "pro"));
        say(guest, Map.of("plan", "enterprise")).isNoContent();
        say(guest, Collections.singletonMap("plan", null)).isNoContent();

        var visitor = seen(guest);
        assertThat(visitor.path("attributes").toString())
                .isEqualTo("[{\"name\":\"plan\",\"value\":\"pro\",\"verified\":true}]");
        assertThat(visitor.path("verified").toString()).isEqualTo("[\"name\"]");
    }

    @Test
    void boundsHold() {
        var guest = started();
        var most = IntStream.range(0, 30).boxed().collect(Collectors.toMap(n -> "a" + n, n -> "x"));

        say(guest, Map.of("k".repeat(64), "v".repeat(256))).isNoContent();
        say(guest, Collections.singletonMap("k".repeat(64), null)).isNoContent();
        say(guest, Map.of("k".repeat(65), "v")).isEqualTo(422);
        say(guest, Map.of("k", "v".repeat(257))).isEqualTo(422);
        say(guest, Map.of("k", "a\u0000b")).isEqualTo(422);
        say(guest, Map.of("k", "a\u202Eb")).isEqualTo(422);
        say(guest, Map.of("k", Map.of("deep", "x"))).isEqualTo(422);
        say(guest, most).isNoContent();
        say(guest, Map.of("a0", "still")).isNoContent();
        say(guest, Map.of("another", "x")).isEqualTo(409);
        assertThat(seen(guest).path("attributes")).hasSize(30);
    }

    @Test
    void aConversationAColleagueKeepsIsShownToSupervisorsAlone() {
        var guest = started();
        ROOMS.keep(guest.room(), "a_colleague");
        var path = "/api/v1/rooms/" + guest.room() + "/visitor";

        assertThat(ok(call(HttpMethod.GET, path, agent(), null)).path("conversations"))
                .isEmpty();
        for (var reader :
                List.of(tokens.account("a_colleague", "Cy", "agent"), tokens.account("a_sue", "Sue", "supervisor"))) {
            assertThat(ok(call(HttpMethod.GET, path, reader, null)).path("conversations"))
                    .hasSize(1);
        }
    }

    @Test
    void guestsAndStrangersSeeNothingAndOnlyGuestsSay() {
        var guest = started();
        var path = "/api/v1/rooms/" + guest.room() + "/visitor";

        code(call(HttpMethod.GET, path, tokens.guest(guest.id(), "Ada"), null), "not-allowed");
        code(call(HttpMethod.GET, "/api/v1/rooms/r_unknown/visitor", agent(), null), "not-a-member");
        code(call(HttpMethod.GET, "/api/v1/rooms/r_team/visitor", agent(), null), "wrong-status");
        code(call(HttpMethod.PUT, "/api/v1/guests/me/attributes", agent(), said(Map.of())), "unknown-token");
    }
}
