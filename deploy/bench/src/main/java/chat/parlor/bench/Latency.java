package chat.parlor.bench;

import chat.parlor.bench.client.Api;
import chat.parlor.bench.client.Socket;
import chat.parlor.bench.client.Unexpected;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/// Measures on one clock how long a message of an agent takes to its own acknowledgement and to the guest, one message
/// at a time on an otherwise idle Parlor, in the rhythm that the limits allow.
final class Latency {
    private static final int WARM_UP = 20;
    private static final int PATIENCE_SECONDS = 10;

    private final Api api;
    private final String agentToken;

    Latency(String url, String email, String password) {
        this.api = new Api(url);
        this.agentToken = api.signIn(email, password);
    }

    /// @param count how many messages
    /// @param shortestPause between two messages, in milliseconds; longer where the limits ask for it
    LatencyReport measure(int count, int shortestPause) {
        var guest = api.call("", "POST", "/guests", Map.of("name", "Bench Guest", "email", "bench@guest.example"));
        var guestRoom = guest.path("room");
        var room = guestRoom.isString()
                ? guestRoom.asString()
                : guestRoom.path("id").asString();
        api.call(agentToken, "POST", "/rooms/" + room + "/claim", Map.of());
        var report = new LatencyReport();
        var waiting = new Waiting();
        try (var agentSocket = Socket.open(api, agentToken, waiting::agent);
                var guestSocket = Socket.open(api, guest.path("token").asString(), waiting::guest)) {
            agentSocket.whenClosed(() -> waiting.fail("the agent's socket was closed"));
            guestSocket.whenClosed(() -> waiting.fail("the guest's socket was closed"));
            var pause = Math.max(shortestPause, 10_000 / waiting.sendsPer10s() + 5);
            open(agentSocket, waiting.agentOpened, room);
            open(guestSocket, waiting.guestOpened, room);
            System.out.printf("%d messages, one every %d ms ...%n", count, pause);
            for (int i = 0; i < WARM_UP + count; i++) {
                send(agentSocket, waiting, room, i, i < WARM_UP ? new LatencyReport() : report);
                TimeUnit.MILLISECONDS.sleep(pause);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted");
        } finally {
            close(room);
        }
        return report;
    }

    private void close(String room) {
        try {
            api.call(agentToken, "POST", "/rooms/" + room + "/close", Map.of());
        } catch (Unexpected leftOpen) {
            System.err.println("the room " + room + " was left open: " + leftOpen.getMessage());
        }
    }

    private static void open(Socket socket, CompletableFuture<JsonNode> opened, String room) {
        socket.send("room.open", Map.of("ref", "open", "room", room));
        await("room.opened", opened);
    }

    private static void send(Socket agent, Waiting waiting, String room, int number, LatencyReport report) {
        var id = "bench-" + number;
        var round = waiting.next(id);
        var began = System.nanoTime();
        agent.send(
                "message.send",
                Map.of("ref", id, "room", room, "id", id, "text", "How long does this take? " + number));
        report.delivered(await("message.sent at the guest", round.delivered()) - began);
        report.acknowledged(await("message.ack", round.acknowledged()) - began);
    }

    private static <T> T await(String what, CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new Unexpected("no " + what + " within " + PATIENCE_SECONDS + " s");
        } catch (ExecutionException failure) {
            throw new Unexpected(what + ": " + reason(failure));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted");
        }
    }

    private static String reason(ExecutionException failure) {
        var cause = failure.getCause();
        return cause == null ? "no reason" : String.valueOf(cause.getMessage());
    }

    /// What both sockets wait for; times are taken on their own threads, the moment a frame is there.
    private static final class Waiting {
        private final CompletableFuture<JsonNode> agentOpened = new CompletableFuture<>();
        private final CompletableFuture<JsonNode> guestOpened = new CompletableFuture<>();
        private final CompletableFuture<Integer> limit = new CompletableFuture<>();
        private volatile Round round = new Round("", new CompletableFuture<>(), new CompletableFuture<>());

        Round next(String id) {
            round = new Round(id, new CompletableFuture<>(), new CompletableFuture<>());
            return round;
        }

        int sendsPer10s() {
            return Math.max(1, await("welcome", limit));
        }

        void agent(JsonNode frame) {
            switch (frame.path("type").asString("")) {
                case "welcome" ->
                    limit.complete(frame.path("limits").path("sendsPer10s").asInt(20));
                case "room.opened" -> agentOpened.complete(frame);
                case "message.ack" -> round.complete(frame, round.acknowledged());
                case "error" ->
                    fail(frame.path("code").asString("") + ", "
                            + frame.path("message").asString(""));
                default -> {}
            }
        }

        void guest(JsonNode frame) {
            switch (frame.path("type").asString("")) {
                case "room.opened" -> guestOpened.complete(frame);
                case "message.sent" -> round.complete(frame, round.delivered());
                case "error" ->
                    fail(frame.path("code").asString("") + ", "
                            + frame.path("message").asString(""));
                default -> {}
            }
        }

        void fail(String why) {
            var failure = new Unexpected(why);
            agentOpened.completeExceptionally(failure);
            guestOpened.completeExceptionally(failure);
            round.acknowledged().completeExceptionally(failure);
            round.delivered().completeExceptionally(failure);
        }
    }

    private record Round(String id, CompletableFuture<Long> acknowledged, CompletableFuture<Long> delivered) {
        void complete(JsonNode frame, CompletableFuture<Long> future) {
            if (frame.path("id").asString("").equals(id)) {
                future.complete(System.nanoTime());
            }
        }
    }
}
