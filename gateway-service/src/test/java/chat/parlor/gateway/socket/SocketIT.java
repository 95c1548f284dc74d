package chat.parlor.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.gateway.neighbours.Neighbours;
import chat.parlor.gateway.neighbours.TestSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceIT({
    "spring.config.name=gateway-service",
    "parlor.gateway.admission.handshakes=1000",
    "parlor.gateway.admission.per-address=1000",
    "parlor.gateway.admission.per-account=2",
    "parlor.gateway.admission.per-guest=1",
    "parlor.gateway.socket.heartbeat=400ms",
    "parlor.gateway.socket.missed-pings=1000",
    "parlor.gateway.socket.frame-bytes=1000B",
    "parlor.gateway.socket.bad-frames=3",
    "parlor.gateway.commands.sends=3",
    "parlor.gateway.limits.silence=300ms",
    "parlor.gateway.limits.upload-answer=300ms"
})
class SocketIT extends FramingFacts {

    @Test
    void welcomeSaysWhoOneIsAndWhatOneMay() {
        var client = connect();
        client.send("{'type':'hello','token':'a_ada','client':'test'}");

        var welcome = client.next("welcome");

        assertThat(welcome.get("connection").asString()).startsWith("c_");
        assertThat(welcome.get("self").get("id").asString()).isEqualTo(ADA);
        assertThat(welcome.get("self").get("kind").asString()).isEqualTo("account");
        assertThat(welcome.get("heartbeatMs").asLong()).isEqualTo(400);
        assertThat(welcome.get("limits").get("frameBytes").asLong()).isEqualTo(1_000);
        assertThat(welcome.get("limits").get("sendsPer10s").asLong()).isEqualTo(3);
        assertThat(client.socket().getSubprotocol()).isEqualTo("parlor.v1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "", "ps_1' or '1'='1"})
    void unknownTokenIsClosedWith4401(String token) {
        assertThat(connect()
                        .send("{'type':'hello','token':'%s'}", token.replace("'", "\\u0027"))
                        .closeCode())
                .isEqualTo(4401);
    }

    @Test
    void noCredentialAtAllIsClosedWith4401() {
        assertThat(connect().send("{'type':'hello'}").closeCode()).isEqualTo(4401);
    }

    @Test
    void credentialThatCannotBeCheckedIsClosedWith1013() {
        assertThat(connect().send("{'type':'hello','token':'away'}").closeCode())
                .isEqualTo(1013);
    }

    @Test
    void socketUnderTheBasePathIsTheSameSocket() {
        var client = keep(TestSocket.connect(port + "/api/v1/ws")).send("{'type':'hello','token':'a_ada'}");

        assertThat(client.next("welcome")).isNotNull();
    }

    @Test
    void framesSentRightAfterHelloAreAnsweredAfterTheWelcome() {
        var client = connect();

        client.send("{'type':'hello','token':'a_ada'}").send("{'type':'ping','ref':'p','at':7}");

        assertThat(client.answer("p").get("at").asLong()).isEqualTo(7);
        assertThat(client.next("welcome")).isNotNull();
    }

    @Test
    void nothingButHelloIsTakenFirst() {
        var client = connect();

        client.send("{'type':'ping','ref':'p'}");

        assertThat(client.answer("p").get("code").asString()).isEqualTo("bad-frame");
    }

    @Test
    void cookieCountsOnlyFromTheOwnOrigin() {
        var own = "http://127.0.0.1:" + port;

        var mine = connect("Origin", own, "Cookie", "parlor_session=a_ada").send("{'type':'hello'}");
        var foreign = connect("Origin", "http://localhost:9", "Cookie", "parlor_session=a_ada")
                .send("{'type':'hello'}");
        var none = connect("Cookie", "parlor_session=a_ada").send("{'type':'hello'}");

        assertThat(mine.next("welcome")).isNotNull();
        assertThat(foreign.closeCode()).isEqualTo(4401);
        assertThat(none.closeCode()).isEqualTo(4401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://127.0.0.1.evil.example"})
    void foreignOriginIsRefusedBeforeTheUpgrade(String origin) {
        assertThatThrownBy(() -> connect("Origin", origin))
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused ->
                                assertThat(refused.getResponse().statusCode()).isEqualTo(403));
    }

    @Test
    void plainRequestIsToldToUpgrade() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/ws"));

        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(request.GET().build(), BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(426);
            assertThat(client.send(request.DELETE().build(), BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(405);
        }
    }

    @Test
    void memberHasSoManySocketsAndNotOneMore() {
        as(ADA);
        as(ADA);
        as(GRACE);

        var third = connect().send("{'type':'hello','token':'a_ada'}");
        var second = connect().send("{'type':'hello','token':'g_grace'}");

        assertThat(third.next("error").get("code").asString()).isEqualTo("too-many");
        assertThat(third.next("error").get("retryAfterMs").asLong()).isPositive();
        assertThat(third.closeCode()).isEqualTo(4429);
        assertThat(second.closeCode()).isEqualTo(4429);
    }

    @Test
    void badFramesAreAnsweredAndThenTheSocketIsClosed() {
        var client = as("a_bad");

        client.send("{'type':'room.open','ref':{'a':1},'room':'r_1'}").send("{'type':'nonsense','ref':'2'}");
        assertThat(client.answer("2").get("code").asString()).isEqualTo("bad-frame");
        client.settle();
        client.sendRaw("{");

        assertThat(client.closeCode()).isEqualTo(4400);
        assertThat(client.all("error")).hasSize(3);
    }

    @Test
    void binaryFramesAreBadFrames() {
        var client = as("a_binary");

        client.socket().sendBinary(ByteBuffer.wrap(new byte[] {1, 2}), true).join();

        assertThat(client.next("error").get("code").asString()).isEqualTo("bad-frame");
        client.settle();
    }

    @Test
    void frameOverTheLimitIsClosedWith1009() {
        var client = as("a_long");
        var frame = "{\"type\":\"ping\",\"ref\":\"r\",\"x\":\"%s\"}";
        var room = 1_000 - frame.formatted("").length();

        client.sendRaw(frame.formatted("x".repeat(room)));
        client.answer("r");
        client.sendRaw(frame.formatted("x".repeat(room + 1)));

        assertThat(client.closeCode()).isEqualTo(1009);
    }

    @Test
    void fragmentsOfOneMessageAreBoundedTogether() {
        var client = as("a_parts");
        client.socket().sendText("{\"type\":\"ping\",", false).join();
        client.socket().sendText("\"ref\":\"r\"}", true).join();
        client.answer("r");

        client.socket().sendText("x".repeat(600), false).join();
        client.socket().sendText("x".repeat(600), false).join();

        assertThat(client.closeCode()).isEqualTo(1009);
    }

    @Test
    void tooManySendsAreRefusedAndIgnoringThatIsClosedWith4429() {
        var room = Neighbours.ROOMS.group("a_flood");
        var client = as("a_flood");
        IntStream.rangeClosed(1, 6)
                .forEach(i -> client.send(
                        "{'type':'message.send','ref':'%d','room':'%s','id':'m%d','text':'x'}", i, room, i));

        assertThat(client.answer("3").get("type").asString()).isEqualTo("message.ack");
        assertThat(client.answer("4").get("code").asString()).isEqualTo("too-many");
        assertThat(client.answer("6").get("retryAfterMs").asLong()).isBetween(1L, 10_000L);
        client.assertOpen();
        client.send("{'type':'message.send','ref':'7','room':'%s','id':'m7','text':'x'}", room);

        assertThat(client.closeCode()).isEqualTo(4429);
    }

    @Test
    void socketDiesWithItsSession() {
        var ada = as("a_signedout");
        var other = as(BEN);

        Neighbours.LOGINS.end("s_signedout");

        assertThat(ada.closeCode()).isEqualTo(4401);
        other.settle();
    }

    @Test
    void socketDiesWhenItsLoginIsOver() {
        var brief = as("a_brief");

        Neighbours.CLOCK.advance(Duration.ofSeconds(1));

        assertThat(brief.closeCode()).isEqualTo(4401);
    }

    @Test
    void heartbeatSaysWhereOpenRoomsStand() {
        var room = Neighbours.ROOMS.group("a_heart");
        Neighbours.TIMELINES.store(room, "a_heart", "m1", "x");
        var client = as("a_heart");
        client.open(room);

        topics.publish(Neighbours.TIMELINES.store(room, "a_heart", "m2", "x"));

        client.await1(frame -> frame.path("heads").path(room).asLong(0) == 2);
    }
}
