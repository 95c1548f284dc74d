package chat.parlor.message.timeline;

import static chat.parlor.message.timeline.Sample.ADA;
import static chat.parlor.message.timeline.Sample.BEN;
import static chat.parlor.message.timeline.Sample.MOD;
import static chat.parlor.message.timeline.Sample.NOW;
import static chat.parlor.message.timeline.Sample.OUTSIDER;
import static chat.parlor.message.timeline.Sample.ROOM;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.message.access.Who;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The promises of a timeline, on random commands with repeats, reused ids and restarts between batches.
class RandomCommandsTest {

    private static final int COMMANDS = 400;
    private static final int BATCH = 7;
    private static final int FILES = 20;
    private static final List<Who> AUTHORS = List.of(ADA, BEN, MOD, OUTSIDER);
    private static final List<String> EMOJI = List.of("👍", "🎉", "❤️", "😀");

    private StoredTimeline stored = new StoredTimeline(BATCH);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void aSequenceHasNoGapAndEveryCommandIsOneEntry(long seed) {
        var commands = commands(new Random(seed));
        stored.store(commands);
        stored.store(commands); // all of it comes again
        var log = stored.log();

        assertThat(log).extracting(each -> each.entry().seq()).containsExactlyElementsOf(upTo(log.size()));
        assertThat(log)
                .extracting(each -> each.entry().stamp().author().id() + " "
                        + each.entry().stamp().id())
                .doesNotHaveDuplicates();
        assertThat(log)
                .filteredOn(each -> each.entry() instanceof Entry.Message)
                .extracting(Recorded::ordinal)
                .containsExactlyElementsOf(upTo((int) stored.head().messages()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void aFileGoesWithOneMessageOfItsUploader(long seed) {
        var random = new Random(seed);
        var commands = IntStream.range(0, COMMANDS)
                .mapToObj(number -> number % 3 == 0 ? withFile(random, number) : command(random, number))
                .toList();
        for (var file = 0; file < FILES; file++) {
            stored.upload(ADA.id(), "f_" + file);
        }

        stored.store(commands);
        stored.store(commands); // all of it comes again
        var log = stored.log();

        assertThat(Sample.attachments(log)).isNotEmpty().doesNotHaveDuplicates();
        assertThat(log)
                .filteredOn(each -> !Sample.attachments(List.of(each)).isEmpty())
                .allSatisfy(each -> assertThat(each.entry().stamp().author()).isEqualTo(ADA));
        assertThat(log).extracting(each -> each.entry().seq()).containsExactlyElementsOf(upTo(log.size()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void aSnapshotAndTheEntriesSinceAreTheLaterSnapshot(long seed) {
        var commands = commands(new Random(seed));
        for (var cut = 0; cut <= COMMANDS; cut += 50) {
            stored = new StoredTimeline(BATCH);
            stored.store(commands.subList(0, cut));
            var live = new Reader(stored.page(0));
            var away = new Reader(stored.page(0));
            var seen = stored.head().seq();

            stored.store(commands.subList(cut, COMMANDS)).forEach(live::read);
            stored.page(seen).forEach(away::read);

            var fresh = new Reader(stored.page(0));
            assertThat(live.messages).as("live from %d", cut).isEqualTo(fresh.messages);
            assertThat(away.messages).as("resumed from %d", cut).isEqualTo(fresh.messages);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aPageNeverHoldsATextThatWasReplaced(long seed) {
        stored.store(commands(new Random(seed)));
        var now = new Reader(stored.page(0)).messages;

        for (var entry : stored.page(0)) {
            if (entry instanceof Entry.Edit edit) {
                assertThat(edit.text())
                        .isEqualTo(requireNonNull(now.get(edit.target())).text());
            }
        }
    }

    /// A client: folds what it reads.
    private static final class Reader {
        private final Map<Long, Entry.Message> messages = new TreeMap<>();

        Reader(List<Entry> snapshot) {
            snapshot.forEach(this::read);
        }

        void read(Entry entry) {
            switch (entry) {
                case Entry.Message message ->
                    messages.putIfAbsent(message.stamp().seq(), message);
                case Entry.Edit edit ->
                    change(edit.target(), fold(edit.target()).edited(edit.text(), at(edit)));
                case Entry.Deletion deletion ->
                    change(deletion.target(), fold(deletion.target()).deleted(at(deletion)));
                case Entry.ReactionChange reaction ->
                    change(reaction.target(), fold(reaction.target()).reacted(reaction.reactions()));
                case Entry.Notice notice -> {}
            }
        }

        private Fold fold(long seq) {
            var message = requireNonNull(messages.get(seq));
            return new Fold(message.text(), message.editedAt(), message.deletedAt(), message.reactions());
        }

        private void change(long seq, Fold fold) {
            messages.computeIfPresent(seq, (any, message) -> (Entry.Message) message.folded(fold));
        }

        private static Instant at(Entry entry) {
            return entry.stamp().at();
        }
    }

    static List<Command> commands(Random random) {
        return IntStream.range(0, COMMANDS)
                .mapToObj(number -> command(random, number))
                .toList();
    }

    private static Command withFile(Random random, int number) {
        var author = AUTHORS.get(random.nextInt(AUTHORS.size()));
        return Sample.sendFiles(author, "w" + number, "", "f_" + random.nextInt(FILES));
    }

    private static Command command(Random random, int number) {
        var author = AUTHORS.get(random.nextInt(AUTHORS.size()));
        var id = "m" + (random.nextInt(5) == 0 ? random.nextInt(number + 1) : number);
        var target = 1 + random.nextInt(number / 2 + 1);
        var at = NOW.plusSeconds(number);
        return switch (random.nextInt(8)) {
            case 0, 1 -> new Command.Edit(ROOM, id, target, author, at, "edited " + number);
            case 2 -> new Command.Delete(ROOM, id, target, author, at);
            case 3, 4 -> new Command.Toggle(ROOM, id, target, author, at, EMOJI.get(random.nextInt(EMOJI.size())));
            case 5 -> new Command.Post(ROOM, id, Sample.SYSTEM, at, "renamed", null, null, null);
            default -> {
                var mentions = number % 3 == 0 ? List.of(Sample.BEN.id()) : List.<String>of();
                yield new Command.Send(ROOM, id, author, at, "text " + number, null, null, mentions, null);
            }
        };
    }

    private static List<Long> upTo(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(seq -> (long) seq).toList();
    }
}
