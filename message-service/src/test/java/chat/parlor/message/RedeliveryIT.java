package chat.parlor.message;

import static chat.parlor.message.World.group;
import static chat.parlor.message.World.newRoom;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.event.Received;
import chat.parlor.chassis.event.Subscription;
import chat.parlor.chassis.test.Contracts;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTopics.Published;
import chat.parlor.message.access.Who;
import chat.parlor.message.timeline.Command;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// What happens when a batch comes again, or to two instances at once. Batches go straight to the loop's handler.
@ServiceIT("spring.config.name=message-service")
@Import({World.class, Neighbours.class})
class RedeliveryIT {

    private static final Instant AT = Instant.parse("2026-03-02T10:15:30.123Z");
    private static final Who ADA = new Who("a_ada", Who.Kind.ACCOUNT, "Ada");
    private static final Who BEN = new Who("a_ben", Who.Kind.ACCOUNT, "Ben");

    private static final RoomService ROOMS = new RoomService();
    /// Of no two records the same.
    private static final AtomicLong OFFSETS = new AtomicLong();

    private final World world;
    private final Subscription<Command> commands;
    private final String room = newRoom();

    RedeliveryIT(@Autowired World world, @Autowired @Qualifier("commands") Subscription<Command> commands) {
        this.world = world;
        this.commands = commands;
    }

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        registry.add("parlor.services.room.url", ROOMS::url);
    }

    @BeforeEach
    void theRoomHasAFirstMessage() throws Exception {
        ROOMS.knows(room, group(room, 1));
        commands.handler().handle(batch(send(ADA, "first")));
    }

    @Test
    void aBatchThatComesAgainIsAnnouncedAgainWithTheSameSeqs() throws Exception {
        var batch = batch(send(ADA, "1"), send(BEN, "1"), edit(ADA, "2"), send(ADA, "3"));

        commands.handler().handle(batch);
        commands.handler().handle(batch);

        var sent = afterTheFirst("message.sent");
        assertThat(sent).hasSize(8);
        assertThat(seqs(sent.subList(0, 4))).containsExactly(2L, 3L, 4L, 5L);
        assertThat(seqs(sent.subList(4, 8))).containsExactly(2L, 3L, 4L, 5L);
    }

    @Test
    void aPartOfABatchThatComesAgainGoesOnWhereTheFirstEnded() throws Exception {
        var batch = batch(send(ADA, "1"), send(ADA, "2"), send(ADA, "3"), send(ADA, "4"));

        commands.handler().handle(batch.subList(0, 3));
        commands.handler().handle(batch.subList(1, 4));

        assertThat(seqs(afterTheFirst("message.sent"))).containsExactly(2L, 3L, 4L, 3L, 4L, 5L);
    }

    @Test
    void aMarkIsAnnouncedAgainForItsOwnRecordAndForNoOther() throws Exception {
        var batch = batch(send(ADA, "1"), new Command.Read(room, "a_ben", 2, AT));
        var repeatedByTheClient = batch(send(ADA, "1"), new Command.Read(room, "a_ben", 2, AT));

        commands.handler().handle(batch);
        var first = marks();
        commands.handler().handle(batch);
        var afterRedelivery = marks();
        commands.handler().handle(repeatedByTheClient);

        assertThat(first).containsExactly("a_ben 2 2");
        assertThat(afterRedelivery).hasSize(2).containsAll(first);
        assertThat(marks()).hasSize(2);
    }

    @Test
    void marksOnlyGrow() throws Exception {
        commands.handler().handle(batch(send(ADA, "1"), send(ADA, "2"), send(ADA, "3")));
        commands.handler().handle(batch(new Command.Read(room, "a_ben", 3, AT)));
        commands.handler().handle(batch(new Command.Read(room, "a_ben", 2, AT)));
        commands.handler().handle(batch(new Command.Read(room, "a_ben", 99, AT)));
        commands.handler().handle(batch(new Command.Read(room, "a_ben", 4, AT)));

        assertThat(marks()).filteredOn(mark -> mark.startsWith("a_ben")).containsExactly("a_ben 3 3", "a_ben 4 4");
        world.of("message.read", room).forEach(mark -> Contracts.validate("message", "message.read.v1", mark.raw()));
    }

    @Test
    void ofTwoInstancesOneWinsAndTheOtherAnnouncesTheSame() throws Exception {
        var batch = batch(IntStream.range(0, 200)
                .mapToObj(number -> send(ADA, "m" + number))
                .toArray(Command[]::new));
        try (var instances = Executors.newFixedThreadPool(4)) {
            var running = IntStream.range(0, 4)
                    .mapToObj(any -> instances.submit(() -> untilHandled(batch)))
                    .toList();
            for (Future<?> each : running) {
                each.get();
            }
        }

        var sent = afterTheFirst("message.sent");
        assertThat(sent).hasSize(800);
        assertThat(sent.stream().map(Published::raw).distinct()).hasSize(200);
        assertThat(seqs(sent).stream().distinct().sorted())
                .containsExactlyElementsOf(IntStream.rangeClosed(2, 201)
                        .mapToObj(seq -> (long) seq)
                        .toList());
    }

    private void untilHandled(List<Received<Command>> batch) {
        Awaitility.await()
                .ignoreExceptionsInstanceOf(DataIntegrityViolationException.class)
                .until(() -> {
                    commands.handler().handle(batch);
                    return true;
                });
    }

    private Command send(Who author, String id) {
        return new Command.Send(room, id, author, AT, "text of " + id, null, null, null);
    }

    private Command edit(Who author, String id) {
        return new Command.Edit(room, id, 2, author, AT, "text of 1");
    }

    private List<Received<Command>> batch(Command... of) {
        var batch = new ArrayList<Received<Command>>();
        for (var command : of) {
            var offset = OFFSETS.incrementAndGet();
            batch.add(new Received<>(
                    "message.send", 0, offset, room, "e" + offset, "any.v1", AT, null, new byte[0], command));
        }
        return batch;
    }

    private List<Published> afterTheFirst(String topic) {
        return world.of(topic, room).stream()
                .filter(each -> each.body().get("seq").asLong() > 1)
                .toList();
    }

    private List<String> marks() {
        return afterTheFirst("message.read").stream()
                .map(Published::body)
                .map(mark -> mark.get("member").asString() + " " + mark.get("seq") + " " + mark.get("ordinal"))
                .toList();
    }

    private static List<Long> seqs(List<Published> sent) {
        return sent.stream().map(each -> each.body().get("seq").asLong()).toList();
    }
}
