package chat.parlor.gateway.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.test.Contracts;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.gateway.neighbours.FakeRooms;
import chat.parlor.gateway.neighbours.GatewayUnderTest;
import chat.parlor.gateway.neighbours.Neighbours;
import chat.parlor.gateway.neighbours.TestSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@ServiceIT({
    "spring.config.name=gateway-service",
    "parlor.gateway.admission.handshakes=1000",
    "parlor.gateway.connections.alive=300ms",
    "parlor.gateway.news.pause=100ms",
    "parlor.gateway.commands.sends=8",
    "parlor.gateway.delivery.open-rooms=2"
})
class TogetherIT extends GatewayUnderTest {

    WebTestClient rest = WebTestClient.bindToServer().build();

    @BeforeEach
    void bind() {
        rest = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(60))
                .build();
    }

    private WebTestClient.ResponseSpec put(String token, String room, String id, String json) {
        return rest.put()
                .uri("/api/v1/rooms/{room}/messages/{id}", room, id)
                .headers(headers -> headers.setBearerAuth(token))
                .header("Content-Type", "application/json")
                .bodyValue(json)
                .exchange();
    }

    @Test
    void typingReachesTheOthersOnceInAWhile() {
        var room = Neighbours.ROOMS.group(ADA, GRACE);
        var ada = as(ADA);
        var grace = as(GRACE);
        ada.open(room);
        grace.open(room);

        grace.send("{'type':'typing','room':'%s','on':true}", room)
                .send("{'type':'typing','room':'%s','on':true}", room);

        var typing = ada.next("typing");
        assertThat(typing.get("member").asString()).isEqualTo(GRACE);
        assertThat(typing.get("on").asBoolean()).isTrue();
        grace.send("{'type':'message.send','ref':'1','room':'%s','id':'m','text':'x'}", room);
        ada.next("message.sent");
        assertThat(ada.all("typing")).hasSize(1);
        assertThat(grace.all("typing")).isEmpty();
    }

    @Test
    void strangersNeitherTypeNorRead() {
        var room = Neighbours.ROOMS.group(ADA);
        var grace = as(GRACE);

        grace.send("{'type':'typing','ref':'t','room':'%s','on':true}", room)
                .send("{'type':'message.read','ref':'r','room':'%s','seq':1}", room);

        assertThat(grace.answer("t").get("code").asString()).isEqualTo("not-a-member");
        assertThat(grace.answer("r").get("code").asString()).isEqualTo("not-a-member");
    }

    @Test
    void readMarksReachMembersAndTheReadersOtherSockets() {
        var room = Neighbours.ROOMS.group(ADA, GRACE);
        var ada = as(ADA);
        var phone = as(ADA);
        var grace = as(GRACE);
        ada.open(room);
        grace.open(room);

        ada.send("{'type':'message.read','room':'%s','seq':3}", room);

        assertThat(grace.next("message.read").get("seq").asLong()).isEqualTo(3);
        assertThat(phone.next("message.read").get("member").asString()).isEqualTo(ADA);
        ada.next("message.read");
        ada.settle();
        assertThat(ada.all("message.read")).hasSize(1);
    }

    @Test
    void newGuestRoomIsToldToItsGuestAndToStaffWhoAloneSeeTheBackRoom() {
        var room = FakeRooms.newRoom();
        var ada = as(ADA);
        var grace = as(GRACE);
        var stranger = as("g_stranger");

        topics.publish(FakeRooms.created(Neighbours.ROOMS.desk(room, 1, GRACE, "")));
        var held = Neighbours.ROOMS.desk(room, 2, GRACE, ADA);
        held.putArray("held").add("guest");
        topics.publish(FakeRooms.changed(held));

        assertThat(told(ada, "room.created", room).get("backroom").asString()).isEqualTo(room + "b");
        var changed = told(ada, "room.changed", room);
        assertThat(changed.get("status").asString()).isEqualTo("assigned");
        assertThat(changed.get("held").get(0).asString()).isEqualTo("guest");
        assertThat(told(grace, "room.created", room).has("backroom")).isFalse();
        var seen = told(grace, "room.changed", room);
        assertThat(seen.has("backroom") || seen.has("held")).isFalse();
        stranger.settle();
        assertThat(stranger.all("room.created")).isEmpty();
        assertThat(ada.all("room.created")).hasSize(1);
    }

    /// Rooms of tests before may still have news.
    private static JsonNode told(TestSocket client, String type, String room) {
        return client.await1(frame -> type.equals(frame.path("type").asString(""))
                        && room.equals(frame.path("room").path("id").asString("")))
                .get("room");
    }

    @Test
    void messagesChangeTheListsOfMembersNowAndThen() {
        var room = Neighbours.ROOMS.group(ADA, BEN);
        var ada = as(ADA);

        topics.publish(
                Neighbours.TIMELINES.store(room, BEN, "m1", "one"), Neighbours.TIMELINES.store(room, BEN, "m2", "two"));

        var changed = ada.await1(
                        frame -> room.equals(frame.path("room").path("id").asString(""))
                                && frame.path("room").path("head").asLong(0) == 2)
                .get("room");
        assertThat(changed.get("lastMessage").get("text").asString()).isEqualTo("two");
        assertThat(changed.get("messages").asLong()).isEqualTo(2);
    }

    @Test
    void presenceIsToldToAccountsAndToTheGuestOfTheConversation() {
        var room = FakeRooms.newRoom();
        Neighbours.ROOMS.desk(room, 1, GRACE, BEN);
        var ada = as(ADA);
        var grace = as(GRACE);
        var stranger = as("g_stranger");
        grace.open(room);

        topics.publish(presence(BEN, "away"), presence(ADA, "busy"), presence(BEN, "online"));

        await().until(() -> ada.all("presence.changed").size() == 3);
        grace.await1(frame -> "online".equals(frame.path("status").asString("")));
        grace.settle();
        stranger.settle();
        assertThat(grace.all("presence.changed")).hasSize(2);
        assertThat(stranger.all("presence.changed")).isEmpty();
    }

    @Test
    void theQueueIsToldInPlacesToGuestsAndInNumbersToStaff() {
        var ada = as(ADA);
        var grace = as(GRACE);

        topics.publish(
                queue("2026-03-01T09:00:02.000Z", GRACE, 2, 60_000),
                queue("2026-03-01T09:00:01.000Z", GRACE, 3, 90_000),
                queue("2026-03-01T09:00:03.000Z", GRACE, 2, 60_000),
                queue("2026-03-01T09:00:04.000Z", GRACE, 1, 30_000));

        grace.await1(frame -> frame.path("room").path("queue").path("position").asInt() == 1);
        assertThat(grace.all("room.changed").stream()
                        .map(frame -> frame.get("room").toString()))
                .containsExactly(
                        "{\"id\":\"r_line\",\"queue\":{\"position\":2,\"estimatedWaitMs\":60000}}",
                        "{\"id\":\"r_line\",\"queue\":{\"position\":1,\"estimatedWaitMs\":30000}}");
        assertThat(ada.next("queue.changed").get("waiting").asInt()).isEqualTo(2);
        ada.settle();
        assertThat(ada.all("queue.changed")).hasSize(3);
        assertThat(ada.all("room.changed")).isEmpty();
        assertThat(grace.all("queue.changed")).isEmpty();
    }

    private static Event queue(String at, String guest, int position, int estimate) {
        var place = Map.of("room", "r_line", "guest", guest, "position", position, "estimatedWaitMs", estimate);
        return Event.of(
                "queue.changed",
                "queue.changed",
                "queue.changed.v1",
                Map.of("at", at, "waiting", 2, "active", 1, "closedToday", 0, "places", List.of(place)));
    }

    private static Event presence(String member, String status) {
        return Event.of(
                "presence.changed",
                member,
                "presence.changed.v1",
                Map.of("member", member, "kind", "account", "name", "x", "status", status));
    }

    @Test
    void connectionsAreAnnounced() {
        var ada = as(ADA);
        var id = ada.next("welcome").get("connection").asString();
        ada.send("{'type':'presence','status':'busy'}");
        topics.await("connection", fact -> "connection.status.v1".equals(fact.type()));
        ada.close();

        for (var type : new String[] {"connection.opened.v1", "connection.status.v1", "connection.closed.v1"}) {
            var fact = topics.await(
                    "connection",
                    one -> type.equals(one.type())
                            && id.equals(one.body().get("connection").asString()));
            assertThat(fact.key()).isEqualTo(ADA);
            Contracts.validate("gateway", type, fact.raw());
        }
        var alive = topics.await("connection", fact -> "gateway.alive.v1".equals(fact.type()));
        Contracts.validate("gateway", "gateway.alive.v1", alive.raw());
        assertThat(alive.key()).isEqualTo(alive.body().get("node").asString());
    }

    @Test
    void messageOverRestTakesTheSameWay() {
        var room = Neighbours.ROOMS.group(ADA, GRACE);
        var grace = as(GRACE);
        grace.open(room);

        put(ADA, room, "m1", "{\"text\":\"hi\"}")
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("message.sent")
                .jsonPath("$.seq")
                .isEqualTo(1);
        Neighbours.CLOCK.advance(Duration.ofSeconds(1));
        put(ADA, room, "m1", "{\"text\":\"hi\"}").expectStatus().isOk();
        put(ADA, room, "m1", "{\"text\":\"ho\"}")
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("id-reused");

        assertThat(grace.next("message.sent").get("text").asString()).isEqualTo("hi");
    }

    @Test
    void messageOverRestIsRefusedWithAProblem() {
        var room = Neighbours.ROOMS.group(ADA);

        put(ADA, room, "m1", "{\"text\":\"\"}").expectStatus().isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        put(ADA, room, "m1", "{}").expectStatus().isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        put(ADA, room, "a b", "{\"text\":\"x\"}").expectStatus().isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        put(ADA, room, "m1", "{\"text\":\"\\u0000\"}").expectStatus().isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        put(ADA, room, "m1", "{\"text\":{\"a\":1}}").expectStatus().isBadRequest();
        put("nobody", room, "m1", "{\"text\":\"x\"}").expectStatus().isUnauthorized();
    }

    @Test
    void messagesOverRestAreLimitedToo() {
        var room = Neighbours.ROOMS.group("a_flood");
        for (var i = 1; i <= 8; i++) {
            put("a_flood", room, "m" + i, "{\"text\":\"x\"}").expectStatus().isCreated();
        }

        put("a_flood", room, "m9", "{\"text\":\"x\"}")
                .expectStatus()
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS)
                .expectHeader()
                .exists("Retry-After");
    }

    @Test
    void socketHasSoManyRoomsOpenAndNotOneMore() {
        var ada = as("a_many");
        var first = Neighbours.ROOMS.group("a_many");
        ada.open(first);
        ada.open(Neighbours.ROOMS.group("a_many"));
        var third = Neighbours.ROOMS.group("a_many");

        assertThat(ada.open(third).get("code").asString()).isEqualTo("too-many");
        assertThat(ada.open(first).get("type").asString()).isEqualTo("room.opened");
        ada.send("{'type':'room.leave','ref':'l','room':'%s'}", first);
        assertThat(ada.answer("l").get("type").asString()).isEqualTo("room.left");
        assertThat(ada.open(third).get("type").asString()).isEqualTo("room.opened");
    }

    @ParameterizedTest
    @CsvSource({
        // who, room: open, read mark, typing
        "g_nobody, group, not-a-member, not-a-member, not-a-member",
        "g_nobody, guest, not-a-member, not-a-member, not-a-member",
        "g_nobody, backroom, not-a-member, not-a-member, not-a-member",
        "g_grace, group, not-a-member, not-a-member, not-a-member",
        "g_grace, guest, yes, yes, yes",
        "g_grace, backroom, not-a-member, not-a-member, not-a-member",
        "a_plain!, group, not-a-member, not-a-member, not-a-member",
        "a_plain!, guest, not-a-member, not-a-member, not-a-member",
        "a_plain!, backroom, not-a-member, not-a-member, not-a-member",
        "a_ben, group, not-a-member, not-a-member, not-a-member",
        "a_ben, guest, yes, yes, not-allowed",
        "a_ben, backroom, yes, yes, yes",
        "a_ada, group, yes, yes, yes",
        "a_ada, guest, yes, yes, yes",
        "a_ada, backroom, yes, yes, yes"
    })
    void framesAnswerEachKindOfMemberAsTheyShould(String who, String kind, String open, String read, String typing) {
        var group = Neighbours.ROOMS.group(ADA);
        var desk = FakeRooms.newRoom();
        Neighbours.ROOMS.desk(desk, 1, GRACE, ADA);
        Neighbours.ROOMS.put(desk + "b", "backroom", 1, "write");
        var room = "group".equals(kind) ? group : "guest".equals(kind) ? desk : desk + "b";
        var client = as(who);

        client.send("{'type':'room.open','ref':'o','room':'%s'}", room)
                .send("{'type':'message.read','ref':'r','room':'%s','seq':1}", room)
                .send("{'type':'typing','ref':'t','room':'%s','on':true}", room);

        assertThat(verdict(client.answer("o"))).isEqualTo(open);
        client.settle();
        assertThat(refusal(client, "r", read)).isEqualTo(read);
        assertThat(refusal(client, "t", typing)).isEqualTo(typing);
    }

    /// Rooms are looked up beside the frames, so a refusal may come later than what was asked after it.
    private static String refusal(TestSocket client, String ref, String expected) {
        return "yes".equals(expected) ? client.refusal(ref) : verdict(client.answer(ref));
    }

    private static String verdict(JsonNode answer) {
        return answer.path("code").asString("yes");
    }

    @Test
    void unansweredMessageOverRestIsUnknown() {
        var room = Neighbours.ROOMS.group(ADA);
        Neighbours.TIMELINES.mute(true);

        var answer = CompletableFuture.supplyAsync(() -> put(ADA, room, "m1", "{\"text\":\"x\"}"));
        topics.await("message.send", command -> command.key().equals(room));
        Neighbours.CLOCK.advance(Duration.ofMinutes(1));

        answer.join()
                .expectStatus()
                .isEqualTo(HttpStatus.GATEWAY_TIMEOUT)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("unknown-outcome");
    }
}
