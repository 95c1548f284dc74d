package chat.parlor.room.domain;

import java.util.Optional;

/// One line of text that people typed: names, titles, labels.
public final class Line {

    private Line() {}

    /// What is wrong with `text`; empty when nothing is.
    ///
    /// @param what the word for it in the answer, like "a name"
    /// @param most the most characters it may have, without the blanks around it
    public static Optional<String> flaw(String text, String what, int most) {
        if (text.isBlank()) {
            return Optional.of("expected: " + what);
        }
        if (text.strip().codePointCount(0, text.strip().length()) > most) {
            return Optional.of("expected: at most " + most + " characters");
        }
        return text.codePoints().anyMatch(Line::isControlOrHalf)
                ? Optional.of("expected: no control characters, no halves of characters")
                : Optional.empty();
    }

    /// Whether `point` is no text. JSON can escape a lone surrogate, which could not be stored or sent on.
    public static boolean isControlOrHalf(int point) {
        return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
    }
}
