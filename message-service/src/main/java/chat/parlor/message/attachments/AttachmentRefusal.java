package chat.parlor.message.attachments;

import chat.parlor.chassis.problem.Refusal;
import chat.parlor.message.access.Denial;
import java.time.Duration;

/// Why a file is not taken, or not given.
public abstract sealed class AttachmentRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private AttachmentRefusal(String message) {
        super(message);
    }

    /// The caller may not write into the room, or not read it.
    public static final class Denied extends AttachmentRefusal {
        private static final long serialVersionUID = 1L;
        private final Denial denial;

        Denied(Denial denial) {
            super(denial.message());
            this.denial = denial;
        }

        Denial denial() {
            return denial;
        }
    }

    /// Not there, not for the caller, or gone with its message: one answer for all.
    public static final class Unknown extends AttachmentRefusal {
        private static final long serialVersionUID = 1L;

        Unknown() {
            super("There is no such file in this room");
        }
    }

    /// The form has no part `file` that is a file.
    public static final class Missing extends AttachmentRefusal {
        private static final long serialVersionUID = 1L;

        Missing() {
            super("expected one file, in a form part of that name");
        }
    }

    /// Too many bytes.
    public static final class TooLarge extends AttachmentRefusal {
        private static final long serialVersionUID = 1L;

        TooLarge(long largest) {
            super("A file can have at most " + largest + " bytes");
        }
    }

    /// Its content is of no kind that is allowed.
    public static final class Unsupported extends AttachmentRefusal {
        private static final long serialVersionUID = 1L;

        Unsupported(String allowed) {
            super("What is in the file counts, not its name; expected one of " + allowed);
        }
    }

    /// Its content is not whole, or larger to show than images may be.
    public static final class Broken extends AttachmentRefusal {
        private static final long serialVersionUID = 1L;

        Broken(String what) {
            super(what);
        }
    }

    /// The uploader's day is used up.
    public static final class TooMany extends AttachmentRefusal {
        private static final long serialVersionUID = 1L;
        private final Duration wait;

        TooMany(Duration wait) {
            super("That is as much as one can upload in a day");
            this.wait = wait;
        }

        Duration retryAfter() {
            return wait;
        }
    }

    /// The room has as many files as it can hold, or the disk has.
    public static final class Full extends AttachmentRefusal {
        private static final long serialVersionUID = 1L;

        Full(String what) {
            super(what);
        }
    }
}
