package chat.parlor.guest.answers;

import chat.parlor.chassis.problem.Refusal;

/// Why a link of a mail does not lead back.
abstract sealed class AnswerRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private AnswerRefusal(String message) {
        super(message);
    }

    /// Nobody ever got this link, or the conversation is gone.
    static final class UnknownLink extends AnswerRefusal {
        private static final long serialVersionUID = 1L;

        UnknownLink() {
            super("The link is not complete, or it is none of ours.");
        }
    }

    /// Somebody came back with it already.
    static final class LinkUsed extends AnswerRefusal {
        private static final long serialVersionUID = 1L;

        LinkUsed() {
            super("The link was used already. The next e-mail brings a new one.");
        }
    }

    /// It was not used in time.
    static final class LinkExpired extends AnswerRefusal {
        private static final long serialVersionUID = 1L;

        LinkExpired() {
            super("The link is too old. The next e-mail brings a new one.");
        }
    }
}
