package chat.parlor.presence.lookup;

import chat.parlor.chassis.test.Patience;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceIT({"spring.config.name=presence-service"})
class PresenceControllerIT {

    private final TestTokens tokens;
    private final WebTestClient web;

    PresenceControllerIT(@Autowired TestTokens tokens, @LocalServerPort int port) {
        this.tokens = tokens;
        this.web = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Patience.LIMIT)
                .build();
    }

    @BeforeEach
    void peopleAreKnown(@Autowired DatabaseClient database) {
        database.sql("""
                insert into person (member, kind, name, status, here, last_seen) values
                    ('a_here', 'account', 'Grace', 'busy', true, null),
                    ('a_gone', 'account', 'Alan', 'offline', false, '2026-03-14T09:27:00.001Z'),
                    ('a_leaving', 'account', 'Edsger', 'online', true, '2026-03-14T09:27:00.001Z')
                on conflict do nothing
                """).then().block();
    }

    @Test
    void everybodyAskedForIsAnsweredForInOrderAndOnce() {
        ask(tokens.account("a_me", "Me", "agent"), "a_gone,a_here,a_nobody,a_leaving,a_gone")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"items": [
                            {"member": "a_gone", "status": "offline", "lastSeen": "2026-03-14T09:27:00.001Z"},
                            {"member": "a_here", "status": "busy"},
                            {"member": "a_nobody", "status": "offline"},
                            {"member": "a_leaving", "status": "online"}]}
                        """)
                .jsonPath("$.items.length()")
                .isEqualTo(4)
                .jsonPath("$.items[3].lastSeen")
                .doesNotExist();
    }

    @Test
    void othersThanAccountsDoNotLearnWhoIsHere() {
        ask(tokens.guest("g_1", "Ada"), "a_here").expectStatus().isForbidden();
        ask(tokens.anonymous("::1"), "a_here").expectStatus().isForbidden();
        ask("no token", "a_here").expectStatus().isUnauthorized();
    }

    @Test
    void whatIsNoListOfIdsIsRefused() {
        var me = tokens.account("a_me", "Me", "agent");

        ask(me, "").expectStatus().isBadRequest();
        ask(me, "a'\u0000").expectStatus().isBadRequest();
        ask(me, "x".repeat(65)).expectStatus().isBadRequest();
        ask(me, ids(100)).expectStatus().isOk();
        ask(me, ids(101)).expectStatus().isBadRequest();
    }

    private static String ids(int number) {
        var ids = new StringBuilder("a_0");
        for (var id = 1; id < number; id++) {
            ids.append(",a_").append(id);
        }
        return ids.toString();
    }

    private WebTestClient.ResponseSpec ask(String token, String members) {
        return web.get()
                .uri("/api/v1/presence?members={members}", members)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }
}
