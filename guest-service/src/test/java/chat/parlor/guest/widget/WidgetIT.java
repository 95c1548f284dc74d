package chat.parlor.guest.widget;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.Contracts;
import chat.parlor.chassis.test.Patience;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTokens;
import chat.parlor.chassis.test.TestTopics;
import java.util.Objects;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceIT({"spring.config.name=guest-service"})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WidgetIT {

    private final TestTokens tokens;
    private final TestTopics topics;
    private final WebTestClient web;

    WidgetIT(@Autowired TestTokens tokens, @Autowired TestTopics topics, @LocalServerPort int port) {
        this.tokens = tokens;
        this.topics = topics;
        this.web = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Patience.LIMIT)
                .build();
    }

    @Test
    @Order(1)
    void theWidgetWorksBeforeAnybodySetAnything() {
        widget().expectBody()
                .jsonPath("$.enabled")
                .isEqualTo(true)
                .jsonPath("$.online")
                .isEqualTo(true)
                .jsonPath("$.nextOpening")
                .doesNotExist()
                .jsonPath("$.brand.name")
                .isEqualTo("Parlor")
                .jsonPath("$.style.zIndex")
                .isEqualTo(1030)
                .jsonPath("$.form.email")
                .isEqualTo("required")
                .jsonPath("$.features.handoff")
                .isEqualTo(true)
                .jsonPath("$.hours")
                .doesNotExist();
    }

    @Test
    @Order(2)
    void whatHasNotChangedIsNotSentAgain() {
        var tag = tag();

        get(tag).expectStatus().isNotModified().expectBody().isEmpty();
        get("\"other\"").expectStatus().isOk();
    }

    @Test
    @Order(3)
    void savingIsAnnouncedAndSeenAtOnce() {
        var before = tag();

        put("""
                {"brand": {"name": "<i>Acme</i>", "primaryColor": "#112233"},
                 "form": {"email": "optional"},
                 "hours": {"zone": "Europe/Berlin", "week": {"monday": [{"from": "09:00", "to": "17:00"}]},
                           "holidays": [{"date": "2026-12-25", "name": "Christmas"}]}}
                """, tokens.account("a_1", "Grace", "administrator"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.hours.week.monday[0].from")
                .isEqualTo("09:00")
                .jsonPath("$.hours.holidays[0].date")
                .isEqualTo("2026-12-25");

        widget().expectBody()
                .jsonPath("$.brand.name")
                .isEqualTo("<i>Acme</i>")
                .jsonPath("$.brand.buttonColor")
                .isEqualTo("#112233")
                .jsonPath("$.form.email")
                .isEqualTo("optional")
                .jsonPath("$.texts.title")
                .isEqualTo("Hi there");
        assertThat(tag()).isNotEqualTo(before);
        var announced = topics.await("settings.changed", found -> found.key().equals("widget"));
        Contracts.validate("guest", "settings.changed.v1", announced.raw());
    }

    @Test
    @Order(4)
    void switchedOffNobodyIsOnlineAndNobodyStarts() {
        put("{\"enabled\": false}", tokens.account("a_1", "Grace", "administrator"))
                .expectStatus()
                .isOk();

        widget().expectBody()
                .jsonPath("$.enabled")
                .isEqualTo(false)
                .jsonPath("$.online")
                .isEqualTo(false);
        web.post()
                .uri("/api/v1/guests")
                .headers(headers -> headers.setBearerAuth(tokens.anonymous("198.51.100.1")))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"name\": \"Ada\", \"email\": \"ada@example.com\"}")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("chat-disabled");
    }

    @Test
    @Order(5)
    void refusedSettingsAreNamedAndNothingChanges() {
        var before = tag();

        put("""
                {"brand": {"logo": "javascript:alert(1)", "primaryColor": "red"}, "style": {"bubble": "square"},
                 "texts": {"footerLink": "//evil.example"}}
                """, tokens.account("a_1", "Grace", "administrator"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(fields -> assertThat(fields.toString())
                        .contains("brand.logo", "brand.primaryColor", "style.bubble", "texts.footerLink"));

        assertThat(tag()).isEqualTo(before);
    }

    @Test
    @Order(6)
    void whatCannotBeReadIsRefused() {
        for (var body : new String[] {
            "{\"hours\": {\"zone\": \"Mars/Olympus\"}}", "{\"enabled\": \"yes\"}", "{\"brand\": 7}", "nonsense", "[]"
        }) {
            put(body, tokens.account("a_1", "Grace", "administrator"))
                    .expectStatus()
                    .isBadRequest();
        }
    }

    @Test
    @Order(7)
    void onlyAdministratorsSeeAndChangeSettings() {
        for (var token : new String[] {
            tokens.account("a_2", "Alan", "supervisor"), tokens.guest("g_1", "Ada"), tokens.anonymous("::1")
        }) {
            put("{}", token).expectStatus().isForbidden();
            web.get()
                    .uri("/api/v1/settings/widget")
                    .headers(headers -> headers.setBearerAuth(token))
                    .exchange()
                    .expectStatus()
                    .isForbidden()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("not-allowed");
        }
    }

    @Test
    @Order(8)
    void contactIsShownAndSavedAsACard() {
        var administrator = tokens.account("a_1", "Grace", "administrator");
        put("""
                {"brand": {"name": "Tea, Co"}, "contact": {"phone": "+49 421 1", "card": true, "alwaysThere": true,
                 "social": [{"name": "Blog", "url": "https://tea.test"}]}}
                """, administrator).expectStatus().isOk();

        widget().expectBody()
                .jsonPath("$.contact.phone")
                .isEqualTo("+49 421 1")
                .jsonPath("$.contact.alwaysThere")
                .isEqualTo(true)
                .jsonPath("$.contact.whatsapp")
                .doesNotExist();
        card().expectStatus()
                .isOk()
                .expectHeader()
                .contentType("text/vcard;charset=UTF-8")
                .expectHeader()
                .valueEquals("Content-Disposition", "attachment; filename=\"contact.vcf\"")
                .expectBody(String.class)
                .value(card ->
                        assertThat(card).contains("FN:Tea\\, Co\r\n", "TEL;VALUE=uri;TYPE=work:tel:+494211\r\n"));
    }

    @Test
    @Order(9)
    void nobodyIsToldThatSomebodyIsAlwaysThereWhenTheHoursSayOtherwise() {
        put("""
                {"contact": {"alwaysThere": true},
                 "hours": {"week": {"monday": [{"from": "09:00", "to": "17:00"}]}}}
                """, tokens.account("a_1", "Grace", "administrator")).expectStatus().isOk();

        widget().expectBody().jsonPath("$.contact.alwaysThere").isEqualTo(false);
        card().expectStatus().isNotFound();
    }

    @Test
    @Order(10)
    void addressesThatLeadElsewhereAreRefused() {
        put("""
                {"contact": {"phone": "javascript:1", "telegram": "a/b", "email": "x",
                 "social": [{"name": "Blog", "url": "http://tea.test"}]}}
                """, tokens.account("a_1", "Grace", "administrator"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(fields -> assertThat(fields.toString())
                        .contains("contact.phone", "contact.telegram", "contact.email", "contact.social[0].url"));
    }

    private WebTestClient.ResponseSpec card() {
        return web.get()
                .uri("/api/v1/widget/card")
                .headers(headers -> headers.setBearerAuth(tokens.anonymous("198.51.100.1")))
                .exchange();
    }

    private WebTestClient.ResponseSpec widget() {
        return get("").expectStatus().isOk();
    }

    private String tag() {
        return Objects.requireNonNull(
                widget().returnResult(String.class).getResponseHeaders().getETag());
    }

    private WebTestClient.ResponseSpec get(String tag) {
        return web.get()
                .uri("/api/v1/widget")
                .headers(headers -> headers.setBearerAuth(tokens.anonymous("198.51.100.1")))
                .header("If-None-Match", tag)
                .exchange();
    }

    private WebTestClient.ResponseSpec put(String body, String token) {
        return web.put()
                .uri("/api/v1/settings/widget")
                .headers(headers -> headers.setBearerAuth(token))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
