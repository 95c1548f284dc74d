package chat.parlor.message.timeline;

import chat.parlor.message.access.Denial;
import java.time.Duration;

/// Why a command changed nothing.
///
/// @param code stable, for clients
/// @param message what it was and what was wanted, for people
public record Refusal(String code, String message) {

    static final Refusal TEXT_EMPTY = new Refusal("text-empty", "text: nothing to see (expected: something to read)");
    static final Refusal TEXT_BROKEN = new Refusal("bad-frame", "text: NUL or half a character (expected: Unicode)");
    static final Refusal BAD_ID = new Refusal("bad-frame", "id: expected 1 to 64 visible ASCII characters");
    static final Refusal BAD_EMOJI = new Refusal("bad-frame", "emoji: expected one emoji");
    static final Refusal ID_REUSED =
            new Refusal("id-reused", "id: already used for something else (expected: a new one)");
    static final Refusal UNKNOWN_MESSAGE = new Refusal("unknown-message", "There is no such message in this room");
    static final Refusal UNKNOWN_ATTACHMENT =
            new Refusal("unknown-attachment", "attachments: there is no such file in this room");

    static Refusal of(Denial denial) {
        return new Refusal(denial.code(), denial.message());
    }

    static Refusal textTooLong(int characters, int longest) {
        return new Refusal("text-too-long", "text: " + characters + " characters (expected: at most " + longest + ")");
    }

    static Refusal tooLateToEdit(Duration window) {
        return new Refusal("not-allowed", "A message can be edited for " + window.toHours() + " hours");
    }

    static Refusal tooManyReactions(int most) {
        return new Refusal("too-many", "reactions: expected at most " + most + " different ones on a message");
    }
}
