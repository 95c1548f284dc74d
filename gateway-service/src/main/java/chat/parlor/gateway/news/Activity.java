package chat.parlor.gateway.news;

import chat.parlor.gateway.delivery.TimelineFact.Author;
import chat.parlor.gateway.delivery.TimelineFact.EntryFact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a room's timeline looks like from a list.
///
/// @param head the newest seq
/// @param messages how many messages there are
/// @param last the newest message
record Activity(
        long epoch, long head, long messages, @Nullable LastMessage last) {

    private static final int LONGEST_PREVIEW = 200;

    /// The newest message as a list shows it.
    record LastMessage(long seq, Instant at, Author author, String text) {}

    static Activity begin(EntryFact entry) {
        return new Activity(entry.epoch(), 0, 0, null);
    }

    /// Whether `entry` comes after this.
    boolean precedes(EntryFact entry) {
        return entry.epoch() > epoch || (entry.epoch() == epoch && entry.seq() > head);
    }

    /// The activity after `entry` of `type`.
    Activity with(EntryFact entry, String type) {
        return switch (type) {
            case "message.sent" -> sent(entry);
            case "message.edited" -> changed(entry, entry.text());
            case "message.deleted" -> changed(entry, "");
            default -> new Activity(entry.epoch(), entry.seq(), messages, last);
        };
    }

    private Activity sent(EntryFact entry) {
        var ordinal = entry.ordinal();
        return new Activity(entry.epoch(), entry.seq(), ordinal == null ? messages + 1 : ordinal, message(entry));
    }

    /// The message as a list shows it.
    static LastMessage message(EntryFact sent) {
        return new LastMessage(sent.seq(), sent.at(), sent.author(), preview(said(sent)));
    }

    private Activity changed(EntryFact entry, @Nullable String text) {
        var target = entry.target();
        var newest = last == null || target == null || last.seq() != target
                ? last
                : new LastMessage(last.seq(), last.at(), last.author(), preview(text));
        return new Activity(entry.epoch(), entry.seq(), messages, newest);
    }

    /// The text; where there is none the first file, in words of no language.
    private static @Nullable String said(EntryFact entry) {
        var text = entry.text();
        var files = entry.attachments();
        return files == null || files.isEmpty() || (text != null && !text.isEmpty())
                ? text
                : files.getFirst().shortly();
    }

    private static String preview(@Nullable String text) {
        if (text == null || text.length() <= LONGEST_PREVIEW) {
            return text == null ? "" : text;
        }
        var end = Character.isHighSurrogate(text.charAt(LONGEST_PREVIEW - 1)) ? LONGEST_PREVIEW - 1 : LONGEST_PREVIEW;
        return text.substring(0, end);
    }
}
