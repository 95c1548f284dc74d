package chat.parlor.room.desk;

import static chat.parlor.room.domain.RoomStatus.ASSIGNED;
import static chat.parlor.room.domain.RoomStatus.CLOSED;
import static chat.parlor.room.domain.RoomStatus.QUEUED;
import static chat.parlor.room.domain.RoomStatus.RESOLVED;

import chat.parlor.room.desk.DeskRefusal.AlreadyClaimed;
import chat.parlor.room.desk.DeskRefusal.WrongStatus;
import chat.parlor.room.desk.Outcome.Changed;
import chat.parlor.room.desk.Outcome.Refused;
import chat.parlor.room.desk.Outcome.Unchanged;
import chat.parlor.room.domain.Conversation;
import chat.parlor.room.domain.Named;
import java.time.Instant;
import java.util.Objects;

/// The rules of the desk, without surroundings: a conversation, a command and the time give an outcome.
///
/// Whoever holds the voice holds the fence: it grows when the guest asks for a person, when the agent changes,
/// and when the conversation ends. A guest's question whether it may end goes with the room to another agent, and is
/// answered by whatever else happens. What is put aside comes back when its time has come, when the guest does
/// anything, or when the conversation turns.
final class DeskRules {

    private DeskRules() {}

    static Outcome decide(Conversation now, DeskCommand command, Instant at) {
        return switch (command) {
            case DeskCommand.HandOff() -> handOff(now, at);
            case DeskCommand.Claim(var agent) -> claim(now, agent);
            case DeskCommand.Transfer(var agent) -> transfer(now, agent);
            case DeskCommand.GiveBack() -> giveBack(now, at);
            case DeskCommand.Resolve() -> resolve(now);
            case DeskCommand.Close() -> close(now);
            case DeskCommand.AskEnd() -> askEnd(now, at);
            case DeskCommand.DeclineEnd() -> declineEnd(now);
            case DeskCommand.Reopen() -> reopen(now, at);
            case DeskCommand.Snooze(var until) -> snooze(now, until);
            case DeskCommand.Wake() -> now.status() == ASSIGNED ? wake(now) : wrong(now);
            case DeskCommand.Tick() -> isDue(now, at) ? wake(now) : new Unchanged();
            case DeskCommand.Hear(var agentAway) -> hear(now, agentAway, at);
            case DeskCommand.Leave(var agent, var answered) -> leave(now, agent, answered, at);
        };
    }

    private static Outcome handOff(Conversation now, Instant at) {
        return switch (now.status()) {
            case OPEN -> new Changed(new Conversation(QUEUED, null, now.fence() + 1, at), new DeskFact.HandedOff());
            case QUEUED, ASSIGNED -> new Unchanged();
            case RESOLVED, CLOSED -> wrong(now);
        };
    }

    private static Outcome claim(Conversation now, Named agent) {
        return switch (now.status()) {
            case OPEN, QUEUED -> new Changed(assigned(now, agent), new DeskFact.Assigned(agent));
            case ASSIGNED -> now.isWith(agent.id()) ? new Unchanged() : new Refused(new AlreadyClaimed(assignee(now)));
            case RESOLVED, CLOSED -> wrong(now);
        };
    }

    private static Outcome transfer(Conversation now, Named agent) {
        return switch (now.status()) {
            case OPEN, QUEUED -> new Changed(assigned(now, agent), new DeskFact.Assigned(agent));
            case ASSIGNED ->
                now.isWith(agent.id())
                        ? new Unchanged()
                        : new Changed(assigned(now, agent).endAsked(now.endAskedAt()), new DeskFact.Transferred(agent));
            case RESOLVED, CLOSED -> wrong(now);
        };
    }

    private static Outcome giveBack(Conversation now, Instant at) {
        return switch (now.status()) {
            case QUEUED -> new Unchanged();
            case ASSIGNED -> released(now, at);
            case OPEN, RESOLVED, CLOSED -> wrong(now);
        };
    }

    private static Outcome resolve(Conversation now) {
        return now.status() == ASSIGNED
                ? new Changed(new Conversation(RESOLVED, now.assignee(), now.fence(), null), new DeskFact.Resolved())
                : wrong(now);
    }

    private static Outcome close(Conversation now) {
        return now.status() == CLOSED
                ? wrong(now)
                : new Changed(new Conversation(CLOSED, now.assignee(), now.fence() + 1, null), new DeskFact.Closed());
    }

    /// Where no agent is to be asked it ends at once.
    private static Outcome askEnd(Conversation now, Instant at) {
        if (now.status() != ASSIGNED) {
            return close(now);
        }
        return now.endAskedAt() == null ? new Changed(now.endAsked(at), new DeskFact.EndAsked()) : new Unchanged();
    }

    private static Outcome declineEnd(Conversation now) {
        if (now.status() != ASSIGNED) {
            return wrong(now);
        }
        return now.endAskedAt() == null ? new Unchanged() : new Changed(now.endAsked(null), new DeskFact.EndDeclined());
    }

    private static Outcome reopen(Conversation now, Instant at) {
        return switch (now.status()) {
            case RESOLVED, CLOSED ->
                new Changed(new Conversation(QUEUED, null, now.fence() + 1, at), new DeskFact.Reopened());
            case OPEN, QUEUED, ASSIGNED -> wrong(now);
        };
    }

    private static Outcome hear(Conversation now, boolean agentAway, Instant at) {
        return switch (now.status()) {
            case RESOLVED -> reopen(now, at);
            case ASSIGNED -> agentAway ? released(now, at) : wake(now);
            case OPEN, QUEUED, CLOSED -> new Unchanged();
        };
    }

    private static Outcome snooze(Conversation now, Instant until) {
        if (now.status() != ASSIGNED) {
            return wrong(now);
        }
        return until.equals(now.snoozedUntil())
                ? new Unchanged()
                : new Changed(now.snoozed(until), new DeskFact.Snoozed());
    }

    private static Outcome wake(Conversation now) {
        return now.snoozedUntil() == null ? new Unchanged() : new Changed(now.snoozed(null), new DeskFact.Woken());
    }

    private static boolean isDue(Conversation now, Instant at) {
        return now.snoozedUntil() != null && !now.snoozedUntil().isAfter(at);
    }

    /// What is put aside waits for its agent, who may go home meanwhile. A guest who asked to end needs no other agent:
    /// nobody is left to answer, so it ends.
    private static Outcome leave(Conversation now, String agent, boolean answered, Instant at) {
        var atRest = answered || now.snoozedUntil() != null;
        if (!now.isWith(agent) || (atRest && now.endAskedAt() == null)) {
            return new Unchanged();
        }
        return now.endAskedAt() == null ? released(now, at) : close(now);
    }

    private static Conversation assigned(Conversation now, Named agent) {
        return new Conversation(ASSIGNED, agent, now.fence() + 1, now.queuedAt());
    }

    private static Outcome released(Conversation now, Instant at) {
        var place = now.queuedAt() == null ? at : now.queuedAt();
        return new Changed(
                new Conversation(QUEUED, null, now.fence() + 1, place), new DeskFact.Released(assignee(now)));
    }

    private static Outcome wrong(Conversation now) {
        return new Refused(new WrongStatus(now.status()));
    }

    private static Named assignee(Conversation now) {
        return Objects.requireNonNull(now.assignee(), "an assigned conversation without an agent");
    }
}
