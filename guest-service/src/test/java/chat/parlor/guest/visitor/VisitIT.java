package chat.parlor.guest.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.Contracts;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTokens;
import chat.parlor.chassis.test.TestTopics;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.StatusAssertions;
import tools.jackson.databind.JsonNode;

@ServiceIT({"spring.config.name=guest-service", "parlor.guest.starts-per-hour=100"})
class VisitIT extends VisitorHarness {

    private static final String SHOP = "https://shop.example/";
    private final TestTopics topics;

    VisitIT(@Autowired TestTokens tokens, @Autowired TestTopics topics, @LocalServerPort int port) {
        super(tokens, port);
        this.topics = topics;
    }

    @Test
    void staffSeeWhereSomebodyWasAndWithWhat() {
        var guest = started();

        visit(guest, SHOP, "Shop").isNoContent();
        visit(guest, SHOP + "basket#top", "Your basket").isNoContent();
        visit(guest, SHOP + "basket", "Your basket (1)").isNoContent();

        var visitor = seen(guest);
        assertThat(pages(visitor)).containsExactly(SHOP + "basket", SHOP);
        assertThat(visitor.path("pages").path(0).path("title").asString()).isEqualTo("Your basket (1)");
        assertThat(visitor.path("device").toString())
                .isEqualTo("{\"browser\":\"Firefox 142\",\"system\":\"Linux\",\"kind\":\"desktop\"}");
        assertThat(visitor.path("locale").asString()).isEqualTo("pt-BR");
        assertThat(visitor.path("zone").asString()).isEqualTo("America/Sao_Paulo");
    }

    @Test
    void thePageItBeganOnIsKnownBeforeAnythingWasTold() {
        var guest = started(Map.of("name", "Ada", "email", "ada@example.com", "page", SHOP, "language", "de"));

        var visitor = seen(guest);

        assertThat(pages(visitor)).containsExactly(SHOP);
        assertThat(visitor.path("locale").asString()).isEqualTo("de");
    }

    @Test
    void theNewestTwentyPagesStay() {
        var guest = started();

        IntStream.rangeClosed(1, 21).forEach(n -> visit(guest, SHOP + n, "").isNoContent());

        assertThat(pages(seen(guest))).hasSize(20).startsWith(SHOP + 21).endsWith(SHOP + 2);
    }

    @Test
    void whatCannotBeUnderstoodIsLeftOutButThePageIsNeeded() {
        var guest = started();

        tell(guest, Map.of("page", SHOP, "locale", "<b>", "zone", "Mars/Base", "title", "a\u202Eb"))
                .isNoContent();
        tell(guest, Map.of("page", "javascript:alert(1)")).isEqualTo(422);
        tell(guest, Map.of("page", SHOP + "x".repeat(2000))).isEqualTo(422);
        tell(guest, Map.of("title", "Nowhere")).isEqualTo(422);

        var visitor = seen(guest);
        assertThat(pages(visitor)).containsExactly(SHOP);
        assertThat(visitor.path("pages").path(0).path("title").asString()).isEqualTo("a b");
        assertThat(visitor.has("zone")).isFalse();
        assertThat(visitor.has("locale")).isFalse();
    }

    @Test
    void whoeverShowsTheVisitorIsToldThatSomethingIsNew() {
        var guest = started();

        visit(guest, SHOP, "Shop").isNoContent();

        var told = topics.await("visitor.changed", one -> one.key().equals(guest.id()));
        Contracts.validate("guest", "visitor.changed.v1", told.raw());
        assertThat(told.body().path("rooms").toString()).isEqualTo("[\"" + guest.room() + "\"]");
        assertThat(told.raw()).doesNotContain("shop.example");
    }

    @Test
    void tooMuchInAMinuteIsRefused() {
        var guest = started();
        IntStream.range(0, 60).forEach(n -> say(guest, Map.of("n", n)).isNoContent());

        say(guest, Map.of("n", 60)).isEqualTo(429);
        visit(guest, SHOP, "Shop").isEqualTo(429);

        visit(started(), SHOP, "Shop").isNoContent();
    }

    private StatusAssertions visit(Guest guest, String page, String title) {
        return tell(guest, Map.of("page", page, "title", title, "locale", "pt-BR", "zone", "America/Sao_Paulo"));
    }

    private StatusAssertions tell(Guest guest, Map<String, ?> visit) {
        return web.put()
                .uri("/api/v1/guests/me/visit")
                .headers(headers -> headers.setBearerAuth(tokens.guest(guest.id(), "Ada")))
                .header(HttpHeaders.USER_AGENT, "Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko Firefox/142.0")
                .bodyValue(visit)
                .exchange()
                .expectStatus();
    }

    private static List<String> pages(JsonNode visitor) {
        return visitor.path("pages").findValuesAsString("page");
    }
}
