package chat.parlor.message.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.Contracts;
import chat.parlor.message.access.Who;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Snapshot at S and the entries up to T make the snapshot at T, for whoever sees nothing but the wire. The examples
/// are those the web client is held to as well.
class FoldingTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultVisibility(seen -> seen.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            .build();
    private static final int COMMANDS = 150;
    private static final int CUTS = 60;

    /// A timeline and what is seen of it.
    private static final class Watched {
        private final StoredTimeline stored = new StoredTimeline(1);
        private final List<JsonNode> announced = new ArrayList<>();
        /// The whole page, by the head it was read at.
        private final Map<Integer, List<JsonNode>> snapshots = new HashMap<>();

        Watched(List<? extends Command> commands) {
            snapshots.put(0, List.of());
            for (var command : commands) {
                announced.addAll(wire(stored.store(List.of(command))));
                snapshots.put(announced.size(), wire(stored.page(0)));
            }
        }

        List<JsonNode> snapshot(int at) {
            return snapshots.getOrDefault(at, List.of());
        }

        /// What a client that was away from `from` on gets at `to`.
        List<JsonNode> missed(int from, int to) {
            return snapshot(to).subList(from, to);
        }
    }

    static Stream<JsonNode> examples() {
        return StreamSupport.stream(
                JSON.readTree(Contracts.examples("message", "folding").getFirst())
                        .spliterator(),
                false);
    }

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(20);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsWhatTheServiceAnnouncesAndAnswers(JsonNode example) {
        var entries = list(example.get("entries"));
        var watched = new Watched(entries.stream().map(FoldingTest::command).toList());

        assertThat(watched.announced).isEqualTo(entries);
        for (var snapshot : example.get("snapshots")) {
            assertThat(watched.snapshot(snapshot.get("at").asInt())).isEqualTo(list(snapshot.get("entries")));
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExamplesSnapshotsFollowFromEachOther(JsonNode example) {
        var entries = list(example.get("entries"));
        for (var earlier : example.get("snapshots")) {
            for (var later : example.get("snapshots")) {
                var from = earlier.get("at").asInt();
                var to = later.get("at").asInt();
                if (from < to) {
                    var grown = new Onlooker(list(earlier.get("entries"))).takes(entries.subList(from, to));
                    assertThat(grown.shown()).isEqualTo(new Onlooker(list(later.get("entries"))).shown());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aSnapshotAndTheEntriesAfterItAreTheLaterSnapshot(long seed) {
        var random = new Random(seed);
        var watched = new Watched(RandomCommandsTest.commands(random).subList(0, COMMANDS));
        var head = watched.announced.size();

        for (var cut = 0; cut < CUTS; cut++) {
            var to = random.nextInt(head + 1);
            var from = random.nextInt(to + 1);
            var then = new Onlooker(watched.snapshot(to)).shown();
            var live = new Onlooker(watched.snapshot(from)).takes(watched.announced.subList(from, to));
            var away = new Onlooker(watched.snapshot(from)).takes(watched.missed(from, to));

            assertThat(live.shown()).as("live from %d to %d", from, to).isEqualTo(then);
            assertThat(away.shown()).as("away from %d to %d", from, to).isEqualTo(then);
        }
    }

    private static List<JsonNode> wire(List<Entry> entries) {
        return entries.stream()
                .map(entry ->
                        JSON.createObjectNode().put("type", entry.type()).setAll((ObjectNode) JSON.valueToTree(entry)))
                .<JsonNode>map(entry -> JSON.readTree(entry.toString()))
                .toList();
    }

    /// The command that an entry was.
    private static Command command(JsonNode entry) {
        var id = entry.get("id").asString();
        var author = JSON.treeToValue(entry.get("author"), Who.class);
        var at = Instant.parse(entry.get("at").asString());
        var target = entry.path("target").asLong(0);
        var text = entry.path("text").asString("");
        var room = Sample.ROOM;
        return switch (entry.get("type").asString()) {
            case "message.sent" ->
                new Command.Send(room, id, author, at, text, number(entry, "replyTo"), null, mentions(entry), null);
            case "message.edited" -> new Command.Edit(room, id, target, author, at, text);
            case "message.deleted" -> new Command.Delete(room, id, target, author, at);
            case "reaction.changed" ->
                new Command.Toggle(
                        room, id, target, author, at, entry.get("emoji").asString());
            default ->
                new Command.Post(
                        room,
                        id,
                        author,
                        at,
                        entry.get("notice").asString(),
                        entry.has("member") ? JSON.treeToValue(entry.get("member"), Named.class) : null,
                        entry.has("status") ? entry.get("status").asString() : null,
                        null);
        };
    }

    private static @Nullable Long number(JsonNode entry, String field) {
        return entry.has(field) ? entry.get(field).asLong() : null;
    }

    private static List<String> mentions(JsonNode entry) {
        return entry.path("mentions").valueStream().map(JsonNode::asString).toList();
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
