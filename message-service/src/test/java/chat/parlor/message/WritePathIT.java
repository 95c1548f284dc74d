package chat.parlor.message;

import static chat.parlor.message.World.ADA;
import static chat.parlor.message.World.BEN;
import static chat.parlor.message.World.BOT;
import static chat.parlor.message.World.GRACE;
import static chat.parlor.message.World.OTTO;
import static chat.parlor.message.World.SYSTEM;
import static chat.parlor.message.World.assignedTo;
import static chat.parlor.message.World.bytes;
import static chat.parlor.message.World.command;
import static chat.parlor.message.World.group;
import static chat.parlor.message.World.guestRoom;
import static chat.parlor.message.World.newRoom;
import static chat.parlor.message.World.send;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.test.Contracts;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTopics.Published;
import chat.parlor.message.access.Supervisors;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ServiceIT("spring.config.name=message-service")
@Import({World.class, Neighbours.class})
class WritePathIT {

    private static final RoomService ROOMS = new RoomService();

    private final World world;
    private final Supervisors supervisors;
    private final String room = newRoom();

    WritePathIT(@Autowired World world, @Autowired Supervisors supervisors) {
        this.world = world;
        this.supervisors = supervisors;
    }

    @AfterEach
    void roomServiceIsThere() {
        ROOMS.isAway(false);
    }

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        registry.add("parlor.services.room.url", ROOMS::url);
    }

    @Test
    void everyKindOfEntryIsAnnouncedInOrderAsPromised() {
        ROOMS.knows(room, group(room, 1));

        world.publish(
                send(room, ADA, "1", "hello"),
                send(room, BEN, "1", "hi", "replyTo", 1),
                command("message.edit.v1", room, ADA, "2", Map.of("seq", 1, "text", "hello!")),
                command("reaction.toggle.v1", room, BEN, "2", Map.of("seq", 1, "emoji", "👍")),
                command("message.delete.v1", room, ADA, "3", Map.of("seq", 2)),
                command("notice.post.v1", room, SYSTEM, "n", Map.of("notice", "renamed")));

        var sent = world.await("message.sent", room, 6);
        sent.forEach(entry -> Contracts.validate("message", entry.type(), entry.raw()));
        assertThat(sent)
                .extracting(Published::type)
                .containsExactly(
                        "message.sent.v1",
                        "message.sent.v1",
                        "message.edited.v1",
                        "reaction.changed.v1",
                        "message.deleted.v1",
                        "notice.posted.v1");
        assertThat(seqs(sent)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(sent.get(1).body().get("ordinal").asLong()).isEqualTo(2);
        assertThat(sent.get(1).body().get("replyTo").asLong()).isEqualTo(1);
        assertThat(sent.getFirst().body().has("type")).isFalse();
    }

    @Test
    void mentionsAreStoredAndAnnouncedAndSomebodyElseIsRefused() {
        ROOMS.knows(room, group(room, 1));
        var mention = send(room, ADA, "1", "@Ben", "mentions", List.of("a_ben"));

        world.publish(mention, send(room, ADA, "2", "@Otto", "mentions", List.of("a_otto")), mention);

        var sent = world.await("message.sent", room, 2);
        Contracts.validate("message", "message.sent.v1", sent.getFirst().raw());
        assertThat(sent.getFirst().body().get("mentions").get(0).asString()).isEqualTo("a_ben");
        assertThat(sent.get(1).raw()).isEqualTo(sent.getFirst().raw());
        assertThat(codes(room)).containsExactly("unknown-mention");
    }

    @Test
    void aRepeatedCommandIsAnnouncedAgainAsTheSameEntry() {
        ROOMS.knows(room, group(room, 1));
        world.publish(send(room, ADA, "1", "hello"), send(room, ADA, "2", "again"));
        var first = world.await("message.sent", room, 2).getFirst();

        world.publish(send(room, ADA, "1", "hello"));

        var repeated = world.await("message.sent", room, 3).get(2);
        assertThat(repeated.raw()).isEqualTo(first.raw());
        assertThat(repeated.headers().get("id")).isEqualTo(first.headers().get("id"));
    }

    @Test
    void concurrentRepeatsBecomeOneEntry() {
        ROOMS.knows(room, group(room, 1));

        IntStream.range(0, 64).parallel().forEach(any -> world.publish(send(room, ADA, "same", "once")));

        var sent = world.await("message.sent", room, 64);
        assertThat(seqs(sent)).containsOnly(1L);
    }

    @Test
    void anIdUsedForSomethingElseIsRefused() {
        ROOMS.knows(room, group(room, 1));

        world.publish(send(room, ADA, "1", "hello"), send(room, ADA, "1", "goodbye"));

        var refused = world.await("message.refused", room, 1).getFirst();
        Contracts.validate("message", refused.type(), refused.raw());
        assertThat(refused.body().get("code").asString()).isEqualTo("id-reused");
        assertThat(refused.body().get("id").asString()).isEqualTo("1");
        assertThat(refused.body().get("author").asString()).isEqualTo("a_ada");
    }

    @Test
    void whoIsNoMemberIsRefusedInARoomAndInNone() {
        ROOMS.knows(room, group(room, 1));
        var nowhere = newRoom();

        world.publish(send(room, OTTO, "1", "let me in"), send(nowhere, OTTO, "1", "hello?"));

        assertThat(codes(room)).containsExactly("not-a-member");
        assertThat(codes(nowhere)).containsExactly("not-a-member");
    }

    @Test
    void aTextIsKeptUpToItsLimitAndNothingInvisibleIs() {
        ROOMS.knows(room, group(room, 1));

        world.publish(
                send(room, ADA, "1", "👍".repeat(10_000)),
                send(room, ADA, "2", "👍".repeat(10_001)),
                send(room, ADA, "3", "\u200B \u2060"),
                send(room, ADA, "4", "a\u0000b"),
                send(room, ADA, "5", "file", "attachments", List.of(Map.of("id", "f_1"))),
                rawSend("6", "\\ud83d"));

        assertThat(world.await("message.refused", room, 5))
                .extracting(each -> each.body().get("code").asString())
                .containsExactly("text-too-long", "text-empty", "bad-frame", "unknown-attachment", "bad-frame");
        assertThat(world.await("message.sent", room, 1)).hasSize(1);
    }

    @Test
    void lateNewsRefusesNobody() {
        ROOMS.knows(room, guestRoom(room, 1, "open", "", 0));
        world.publish(send(room, GRACE, "1", "anybody?"));
        world.await("message.sent", room, 1);
        ROOMS.knows(room, guestRoom(room, 2, "assigned", assignedTo("a_ada"), 1));

        world.publish(send(room, ADA, "1", "me"));

        assertThat(seqs(world.await("message.sent", room, 2))).containsExactly(1L, 2L);
    }

    @Test
    void aBotIsSilentOnceAPersonHasTheRoom() {
        ROOMS.knows(room, guestRoom(room, 1, "open", "", 0));
        world.publish(send(room, BOT, "1", "how can we help?", "fence", 0));
        world.await("message.sent", room, 1);
        ROOMS.knows(room, guestRoom(room, 2, "assigned", assignedTo("a_ada"), 1));

        world.publish(
                command("notice.post.v1", room, SYSTEM, "n", Map.of("notice", "assigned", "fence", 1)),
                send(room, BOT, "2", "did that help?", "fence", 0),
                send(room, ADA, "1", "I am here"));

        assertThat(codes(room)).containsExactly("stale-fence");
        assertThat(seqs(world.await("message.sent", room, 3))).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aClosedConversationRefuses() {
        ROOMS.knows(room, guestRoom(room, 4, "closed", assignedTo("a_ada"), 1));

        world.publish(send(room, GRACE, "1", "one more thing"));

        assertThat(codes(room)).containsExactly("room-closed");
    }

    @Test
    void aSupervisorDeletesWhatOthersWrote() {
        ROOMS.knows(room, group(room, 1));
        var account = Map.of("id", "a_ben", "name", "Ben", "roles", List.of("supervisor"), "disabled", false);
        world.publish(send(room, ADA, "1", "rude"));
        world.await("message.sent", room, 1);
        world.publish(Event.of("account.changed", "a_ben", "account.changed.v1", account));
        Awaitility.await()
                .until(() -> Set.of("a_ben")
                        .equals(supervisors.among(Set.of("a_ben")).block()));

        world.publish(command("message.delete.v1", room, BEN, "d", Map.of("seq", 1)));

        assertThat(world.await("message.sent", room, 2).get(1).type()).isEqualTo("message.deleted.v1");
    }

    @Test
    void whatCannotBeReadIsPutAsideAndTheRestGoesOn() {
        ROOMS.knows(room, group(room, 1));
        var noAuthor = bytes("{\"room\":\"" + room + "\",\"id\":\"1\",\"text\":\"?\"}");

        world.publish(
                Event.of("message.send", room, "message.send.v1", noAuthor),
                Event.of("message.send", room, "message.send.v1", bytes("{")),
                Event.of("message.send", room, "message.forget.v1", Map.of("room", room)),
                send(room, ADA, "1", "still here"));

        assertThat(seqs(world.await("message.sent", room, 1))).containsExactly(1L);
        assertThat(world.await("message.send.dlt", room, 2)).hasSize(2);
    }

    @Test
    void anUnknownRoomWaitsForRoomService() {
        ROOMS.isAway(true);
        var asked = ROOMS.asked();
        world.publish(send(room, GRACE, "first-" + room, "hello"));
        Awaitility.await().until(() -> ROOMS.asked() > asked + 1);
        assertThat(world.of("message.refused", room)).isEmpty();

        ROOMS.knows(room, guestRoom(room, 1, "open", "", 0));
        ROOMS.isAway(false);

        assertThat(seqs(world.await("message.sent", room, 1))).containsExactly(1L);
    }

    private Event rawSend(String id, String text) {
        return Event.of("message.send", room, "message.send.v1", bytes("""
                {"room":"%s","id":"%s","author":{"id":"a_ada","kind":"account","name":"Ada"},
                 "at":"2026-03-02T10:15:30.123Z","text":"%s"}""".formatted(room, id, text)));
    }

    private List<String> codes(String of) {
        return world.await("message.refused", of, 1).stream()
                .map(each -> each.body().get("code").asString())
                .toList();
    }

    private static List<Long> seqs(List<Published> sent) {
        return sent.stream().map(each -> each.body().get("seq").asLong()).toList();
    }
}
