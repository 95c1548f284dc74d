package chat.parlor.room.replies;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.room.domain.Line;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A quick reply as it arrives.
///
/// @param shared whether everybody at the desk shall have it; counts only when it is made
/// @param version the version the change was made from; counts only when it is changed
record ReplyForm(
        @Nullable Boolean shared,
        @Nullable String shortcut,
        @Nullable String title,
        @Nullable String body,
        @Nullable Long version) {

    static final int TITLE_CHARACTERS = 80;
    private static final Predicate<String> SHORTCUT =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_-]{0,31}").asMatchPredicate();

    boolean forEverybody() {
        return Boolean.TRUE.equals(shared);
    }

    /// The version the change was made from; fails with [ReplyRefusal.Invalid] when it is not said.
    long from() {
        if (version == null) {
            throw new ReplyRefusal.Invalid(List.of(new FieldError("version", "expected: the version that was read")));
        }
        return version;
    }

    /// What it says, made sense of; fails with [ReplyRefusal.Invalid] naming each field that makes no sense.
    QuickReply.Words words(int bodyCharacters) {
        var errors = new ArrayList<FieldError>();
        var words = new QuickReply.Words(shortcut(errors), title(errors), body(bodyCharacters, errors));
        if (!errors.isEmpty()) {
            throw new ReplyRefusal.Invalid(errors);
        }
        return words;
    }

    /// The same letters are the same shortcut, however they were typed.
    private String shortcut(List<FieldError> errors) {
        var wanted = Normalizer.normalize(shortcut == null ? "" : shortcut.strip(), Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT);
        if (!SHORTCUT.test(wanted)) {
            errors.add(new FieldError("shortcut", "expected: 1 to 32 letters, digits, - or _"));
        }
        return wanted;
    }

    private String title(List<FieldError> errors) {
        var wanted = title == null ? "" : title.strip();
        Line.flaw(wanted, "a title", TITLE_CHARACTERS).ifPresent(flaw -> errors.add(new FieldError("title", flaw)));
        return wanted;
    }

    private String body(int most, List<FieldError> errors) {
        var wanted = body == null ? "" : body.replace("\r\n", "\n").strip();
        if (wanted.isEmpty()) {
            errors.add(new FieldError("body", "expected: a text"));
        } else if (wanted.codePointCount(0, wanted.length()) > most) {
            errors.add(new FieldError("body", "expected: at most " + most + " characters"));
        } else if (wanted.codePoints().anyMatch(ReplyForm::isNoText)) {
            errors.add(new FieldError("body", "expected: no control characters, no halves of characters"));
        }
        return wanted;
    }

    private static boolean isNoText(int point) {
        return point != '\n' && point != '\t' && Line.isControlOrHalf(point);
    }
}
