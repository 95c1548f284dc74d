package chat.parlor.gateway.personal;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.gateway.neighbours.GatewayUnderTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.test.StepVerifier;

@ServiceIT({"spring.config.name=gateway-service", "parlor.gateway.admission.handshakes=1000"})
class PersonalNewsIT extends GatewayUnderTest {

    private static final String ACCOUNT = """
            insert into account (id, name, email, password, roles, created_at)
            values (:id, 'Ada', 'ada@parlor.test', '', '{agent}', now())
            """;

    @Autowired
    DatabaseClient database;

    @Test
    void changeReachesEveryTabOfThePersonAndNobodyElse() {
        database.sql(ACCOUNT).bind("id", ADA).then().as(StepVerifier::create).verifyComplete();
        var tabs = List.of(as(ADA), as(ADA));
        var stranger = as(BEN);

        WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(10))
                .build()
                .put()
                .uri("/api/v1/accounts/me/settings")
                .headers(headers -> headers.setBearerAuth(ADA))
                .bodyValue(Map.of("version", 0, "theme", "dark"))
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(tabs).allSatisfy(tab -> {
            var settings = tab.next("personal.changed").path("settings");
            assertThat(settings.path("theme").asString("")).isEqualTo("dark");
            assertThat(settings.path("version").asInt(0)).isEqualTo(1);
        });
        stranger.settle();
        assertThat(stranger.all("personal.changed")).isEmpty();
    }
}
