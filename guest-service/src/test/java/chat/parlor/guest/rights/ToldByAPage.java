package chat.parlor.guest.rights;

import java.util.Map;
import org.springframework.test.web.reactive.server.WebTestClient;

/// What a page with the widget tells of a guest besides.
final class ToldByAPage {

    private static final String MAIL = "grace@sea.example";

    private ToldByAPage() {}

    static void of(WebTestClient web, String token) {
        tell(web, token, "attributes", Map.of("attributes", Map.of("login", MAIL)));
        tell(web, token, "visit", Map.of("page", "https://sea.example/?of=" + MAIL, "zone", "Europe/Dublin"));
    }

    private static void tell(WebTestClient web, String token, String what, Map<String, ?> said) {
        web.put()
                .uri("/api/v1/guests/me/" + what)
                .headers(headers -> headers.setBearerAuth(token))
                .bodyValue(said)
                .exchange()
                .expectStatus()
                .isNoContent();
    }
}
