package chat.parlor.drills.fault;

import chat.parlor.drills.member.Person;
import chat.parlor.drills.member.Signal;
import chat.parlor.drills.member.Socket;
import chat.parlor.drills.stack.Pause;
import chat.parlor.guarantees.History;
import chat.parlor.guarantees.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
        /// As many as it takes to fill what the system keeps for a slow reader, before the silence itself is noticed.
        private static final int TALKERS = 4;

        private static final int ROUNDS = 12;
        private static final int ROUND = 250;
        private static final int LENGTH = 9_000;
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
            var talkers = IntStream.range(0, TALKERS)
                    .mapToObj(i -> scene.people().stranger("loud" + i))
                    .toList();
            var room = scene.people()
                    .room(
                            "loud",
                            Stream.concat(talkers.stream(), Stream.of(deaf)).toList());
            try (var ears = Socket.open(deaf.api(), deaf.api().socket(), deaf.token(), false)) {
                ears.send("room.open", Map.of("ref", "open", "room", room));
                var before = evictions(scene);
                for (int round = 0; round < ROUNDS && evictions(scene) == before; round++) {
                    shout(talkers, room, round * ROUND);
                }
                scene.expect(evictions(scene) > before, "a client that reads nothing was not sent away");
                ears.readOn();
                var code = ears.awaitClose(PATIENCE);
                // what lies before the close frame may be cut off with the connection
                scene.expect(code == TRY_LATER || code == Socket.VANISHED, "closed with " + code + " (expected: 1013)");
            }
            scene.expectNobodyDropped();
        }

        /// All shout at once, and keep their sockets for as long as a limit of sends counts.
        private static void shout(List<Person> talkers, String room, int from) {
            var mouths = talkers.stream()
                    .map(talker -> Socket.open(talker.api(), talker.token()))
                    .toList();
            for (var mouth : mouths) {
                mouth.await("welcome", PATIENCE);
                for (int i = from; i < from + ROUND; i++) {
                    mouth.send("message.send", Map.of("room", room, "id", "l" + i, "text", "x".repeat(LENGTH)));
                }
            }
            Pause.of(WINDOW);
            mouths.forEach(Socket::close);
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
