package chat.parlor.message.timeline;

import chat.parlor.message.access.Room;
import chat.parlor.message.access.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// People, rooms and commands of tests.
final class Sample {

    static final String ROOM = "r_1";
    static final Instant NOW = Instant.parse("2026-03-02T10:15:30.123Z");
    static final TimelineLimits LIMITS = new TimelineLimits(10_000, Duration.ofHours(24), 3);
    static final Who ADA = new Who("a_ada", Who.Kind.ACCOUNT, "Ada");
    static final Who BEN = new Who("a_ben", Who.Kind.ACCOUNT, "Ben");
    static final Who MOD = new Who("a_mod", Who.Kind.ACCOUNT, "Mo");
    static final Who OUTSIDER = new Who("a_out", Who.Kind.ACCOUNT, "Otto");
    static final Who GRACE = new Who("g_grace", Who.Kind.GUEST, "Grace");
    static final Who BOT = new Who("b_parlor", Who.Kind.BOT, "Assistant");
    static final Who SYSTEM = new Who("system", Who.Kind.SYSTEM, "Parlor");

    private Sample() {}

    static Room group() {
        return new Room(
                ROOM,
                1,
                "group",
                null,
                null,
                "none",
                List.of(member(ADA, "member"), member(BEN, "member"), member(MOD, "moderator")),
                0);
    }

    static Room backRoom() {
        return new Room(ROOM, 1, "backroom", null, null, "write", List.of(), 0);
    }

    static Room guestRoom(String status, @Nullable Who assignee, long fence) {
        return new Room(
                ROOM,
                1,
                "guest",
                status,
                assignee == null ? null : new Room.Assignee(assignee.id()),
                "read",
                List.of(member(GRACE, "guest")),
                fence);
    }

    static Room.Member member(Who who, String role) {
        return new Room.Member(who.id(), role, null);
    }

    static Access confirmed(@Nullable Room room) {
        return new Access(room, true, Set.of());
    }

    static RoomTimeline timeline(Room room) {
        return new RoomTimeline(ROOM, Known.NOTHING, confirmed(room), LIMITS, Uploads.NONE);
    }

    static Command.Send send(Who author, String id, String text) {
        return new Command.Send(ROOM, id, author, NOW, text, null, null, null);
    }

    static Command.Send sendFiles(Who author, String id, String text, String... files) {
        return new Command.Send(ROOM, id, author, NOW, text, null, List.of((Object[]) files), null);
    }

    static Uploads.Upload upload(String uploader, String file) {
        var url = Attachment.url(ROOM, file);
        return new Uploads.Upload(ROOM, uploader, new Attachment(file, "a.pdf", "application/pdf", 9, url, null, null));
    }

    /// The ids of the files of messages, in their order.
    static List<String> attachments(List<Recorded> log) {
        return log.stream()
                .map(Recorded::entry)
                .filter(Entry.Message.class::isInstance)
                .flatMap(entry -> ((Entry.Message) entry).attachments().stream())
                .map(Attachment::id)
                .toList();
    }

    static Command.Send reply(Who author, String id, String text, long to) {
        return new Command.Send(ROOM, id, author, NOW, text, to, null, null);
    }

    static Command.Send mention(Who author, String id, String text, String... mentioned) {
        return new Command.Send(ROOM, id, author, NOW, text, null, null, List.of(mentioned), null);
    }

    static Command.Send fenced(Who author, String id, String text, @Nullable Long fence) {
        return new Command.Send(ROOM, id, author, NOW, text, null, null, fence);
    }

    static Command.Edit edit(Who author, String id, long seq, String text) {
        return new Command.Edit(ROOM, id, seq, author, NOW.plusSeconds(60), text);
    }

    static Command.Delete delete(Who author, String id, long seq) {
        return new Command.Delete(ROOM, id, seq, author, NOW.plusSeconds(90));
    }

    static Command.Toggle toggle(Who author, String id, long seq, String emoji) {
        return new Command.Toggle(ROOM, id, seq, author, NOW, emoji);
    }

    static Command.Post post(String id, String notice, @Nullable Long fence) {
        return new Command.Post(ROOM, id, SYSTEM, NOW, notice, null, null, fence);
    }

    static Entry entry(Reply reply) {
        return ((Reply.Entered) reply).entry();
    }

    static String code(Reply reply) {
        return reply instanceof Reply.Refused refused ? refused.refusal().code() : reply.toString();
    }
}
