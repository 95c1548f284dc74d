package chat.parlor.drills.fault;

import chat.parlor.drills.member.Person;
import chat.parlor.drills.member.Signal;
import chat.parlor.drills.member.Socket;
import chat.parlor.guarantees.History;
import chat.parlor.guarantees.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A client that does what a client should not, in a room of its own, while everybody else talks on undisturbed.
sealed interface Odd extends Drill permits Odd.Floods, Odd.StopsReading, Odd.Babbles {
    /// How long the gateway may take to send it away.
    Duration PATIENCE = Duration.ofSeconds(60);

    /// Sends and sends, whatever it is told.
    record Floods() implements Odd {
        private static final int MESSAGES = 2_000;
        private static final int TOO_MANY = 4429;

        @Override
        public String name() {
            return "flood";
        }

        @Override
        public String about() {
            return "a member sends " + MESSAGES + " messages at once and ignores too-many";
        }

        @Override
        public void happen(Scene scene) {
            scene.fault();
            var person = scene.people().stranger("flooding");
            var room = scene.people().room("flooded", List.of(person));
            try (var socket = Socket.open(person.api(), person.token())) {
                socket.await("welcome", PATIENCE);
                for (int i = 0; i < MESSAGES; i++) {
                    var message = new Message(room, person.id(), "f" + i);
                    scene.crowd().ledger().sent(message);
                    socket.send("message.send", Map.of("room", room, "id", message.id(), "text", "again " + i));
                }
                var warned = false;
                while (true) {
                    var signal = socket.next(PATIENCE);
                    if (signal instanceof Signal.Frame frame) {
                        warned |= frame.code().equals("too-many");
                        frame.acknowledgedId()
                                .ifPresent(id -> scene.crowd()
                                        .ledger()
                                        .acknowledged(new Message(room, person.id(), id), frame.seq()));
                    } else {
                        scene.expect(warned, "closed without too-many before");
                        scene.expect(
                                signal instanceof Signal.Closed closed && closed.code() == TOO_MANY,
                                signal + " (expected: closed with 4429)");
                        break;
                    }
                }
            }
            scene.talkOn(Duration.ofSeconds(2));
            scene.crowd()
                    .ledger()
                    .read(new History(room, person.id(), person.api().history(person.token(), room)));
            scene.expectNobodyDropped();
        }
    }

    /// Opens a room where much is said, and reads nothing.
    record StopsReading() implements Odd {
        private static final int MESSAGES = 3_000;
        private static final int LENGTH = 9_000;
        private static final int ROUND = 250;
        private static final Duration WINDOW = Duration.ofSeconds(10);
        private static final int TRY_LATER = 1013;

        @Override
        public String name() {
            return "stops-reading";
        }

        @Override
        public String about() {
            return "a client opens a busy room and never reads";
        }

        @Override
        public void happen(Scene scene) {
            scene.fault();
            var deaf = scene.people().stranger("deaf");
            var talker = scene.people().stranger("loud");
            var room = scene.people().room("loud", List.of(talker, deaf));
            try (var ears = Socket.open(deaf.api(), deaf.api().socket(), deaf.token(), false);
                    var mouth = Socket.open(talker.api(), talker.token())) {
                ears.send("room.open", Map.of("ref", "open", "room", room));
                mouth.await("welcome", PATIENCE);
                var before = evictions(scene);
                for (int sent = 0; sent < MESSAGES && evictions(scene) == before; sent += ROUND) {
                    shout(mouth, room, sent);
                    scene.talkOn(WINDOW);
                }
                scene.expect(evictions(scene) > before, "a client that reads nothing was not sent away");
                ears.readOn();
                var code = ears.awaitClose(PATIENCE);
                // what lies before the close frame may be cut off with the connection
                scene.expect(code == TRY_LATER || code == Socket.VANISHED, "closed with " + code + " (expected: 1013)");
            }
            scene.expectNobodyDropped();
        }

        private static void shout(Socket mouth, String room, int from) {
            for (int i = from; i < from + ROUND; i++) {
                mouth.send("message.send", Map.of("room", room, "id", "l" + i, "text", "x".repeat(LENGTH)));
            }
        }

        private static double evictions(Scene scene) {
            return scene.stack().gatewayMetric("parlor_sockets_evicted_total");
        }
    }

    /// Sends what is no frame.
    record Babbles() implements Odd {
        private static final int BAD_FRAMES = 4400;
        private static final int TIMES = 12;

        @Override
        public String name() {
            return "bad-frames";
        }

        @Override
        public String about() {
            return "a client sends " + TIMES + " frames nobody understands";
        }

        @Override
        public void happen(Scene scene) {
            scene.fault();
            Person person = scene.people().stranger("babbling");
            try (var socket = Socket.open(person.api(), person.token())) {
                socket.await("welcome", PATIENCE);
                for (int i = 0; i < TIMES; i++) {
                    socket.sendText("{\"type\": \"no such thing\", \"ref\": \"" + i + "\"");
                }
                var code = socket.awaitClose(PATIENCE);
                scene.expect(code == BAD_FRAMES, "closed with " + code + " (expected: 4400)");
            }
            scene.expectNobodyDropped();
        }
    }
}
