package chat.parlor.room.desk;

import chat.parlor.room.directory.Noted;
import chat.parlor.room.domain.Author;
import chat.parlor.room.domain.Conversation;
import chat.parlor.room.domain.Notice;
import chat.parlor.room.domain.Room;
import java.time.Instant;
import java.util.Objects;

/// What turns of a conversation look like to the outside.
final class DeskTurns {

    private DeskTurns() {}

    /// The room of a guest who waits with the agent it is given to.
    static Noted assigned(Assignment assignment, Instant now) {
        var room = assignment.room();
        return switch (DeskRules.decide(conversation(room), new DeskCommand.Claim(assignment.agent()), now)) {
            case Outcome.Changed(var next, DeskFact.Told told) ->
                new Noted(room.with(next), notice(told, Author.SYSTEM));
            case Outcome other ->
                throw new IllegalStateException("room " + room.id() + ": " + other + " (expected: a guest who waits)");
        };
    }

    private static Conversation conversation(Room room) {
        return Objects.requireNonNull(room.conversation(), room.id());
    }

    /// That it is put aside is nobody's business but the desk's: the guest reads notices.
    static Notice[] notices(DeskFact fact, Author author) {
        return switch (fact) {
            case DeskFact.Snoozed(), DeskFact.Woken() -> new Notice[0];
            case DeskFact.Told told -> new Notice[] {notice(told, author)};
        };
    }

    private static Notice notice(DeskFact.Told fact, Author author) {
        return switch (fact) {
            case DeskFact.HandedOff() -> new Notice(Notice.Kind.HANDED_OFF, author, null);
            case DeskFact.Assigned(var agent) -> new Notice(Notice.Kind.ASSIGNED, author, agent);
            case DeskFact.Transferred(var agent) -> new Notice(Notice.Kind.TRANSFERRED, author, agent);
            case DeskFact.Released(var agent) -> new Notice(Notice.Kind.RELEASED, author, agent);
            case DeskFact.Resolved() -> new Notice(Notice.Kind.RESOLVED, author, null);
            case DeskFact.Closed() -> new Notice(Notice.Kind.CLOSED, author, null);
            case DeskFact.EndAsked() -> new Notice(Notice.Kind.END_ASKED, author, null);
            case DeskFact.EndDeclined() -> new Notice(Notice.Kind.END_DECLINED, author, null);
            case DeskFact.Reopened() -> new Notice(Notice.Kind.REOPENED, author, null);
        };
    }
}
