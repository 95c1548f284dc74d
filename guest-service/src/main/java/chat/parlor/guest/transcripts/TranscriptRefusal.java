package chat.parlor.guest.transcripts;

import chat.parlor.chassis.problem.Refusal;
import java.time.Duration;

/// Why a conversation is not sent.
abstract sealed class TranscriptRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private TranscriptRefusal(String message) {
        super(message);
    }

    /// The caller is none of its members, or there is no such conversation.
    static final class NotAMember extends TranscriptRefusal {
        private static final long serialVersionUID = 1L;

        NotAMember() {
            super("This conversation is not yours.");
        }
    }

    /// Nothing is sent by mail here, or no more at the moment.
    static final class MailOff extends TranscriptRefusal {
        private static final long serialVersionUID = 1L;

        MailOff() {
            super("No e-mail can be sent from here.");
        }
    }

    /// The guest gave no e-mail address.
    static final class NoEmail extends TranscriptRefusal {
        private static final long serialVersionUID = 1L;

        NoEmail() {
            super("There is no e-mail address for this conversation.");
        }
    }

    /// It was sent as often as may be in a day.
    static final class TooMany extends TranscriptRefusal {
        private static final long serialVersionUID = 1L;
        private final Duration retryAfter;

        TooMany(Duration retryAfter) {
            super("The conversation was sent often enough for one day.");
            this.retryAfter = retryAfter;
        }

        Duration retryAfter() {
            return retryAfter;
        }
    }

    /// What was said cannot be had at the moment.
    static final class HistoryAway extends TranscriptRefusal {
        private static final long serialVersionUID = 1L;

        HistoryAway() {
            super("The conversation cannot be read right now. Please try again in a moment.");
        }
    }
}
