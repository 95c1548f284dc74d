package chat.parlor.room.rating;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.room.domain.Line;
import chat.parlor.room.domain.Rating;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A rating as it arrives.
record RatingForm(@Nullable Integer score, @Nullable String comment) {

    /// What is wanted; fails with [RatingRefusal.Invalid] naming each field that makes no sense.
    Rating rating(Instant now, int commentCharacters) {
        var errors = new ArrayList<FieldError>();
        if (score == null || score < 1 || score > Rating.BEST) {
            errors.add(new FieldError("score", "expected: 1 to " + Rating.BEST));
        }
        var said = said(commentCharacters, errors);
        if (score == null || !errors.isEmpty()) {
            throw new RatingRefusal.Invalid(errors);
        }
        return new Rating(score, said, now);
    }

    private @Nullable String said(int most, List<FieldError> errors) {
        var text = comment == null ? "" : comment.replace("\r\n", "\n").strip();
        if (text.codePointCount(0, text.length()) > most) {
            errors.add(new FieldError("comment", "expected: at most " + most + " characters"));
        } else if (text.codePoints().anyMatch(RatingForm::isNoText)) {
            errors.add(new FieldError("comment", "expected: no control characters, no halves of characters"));
        }
        return text.isEmpty() ? null : text;
    }

    private static boolean isNoText(int point) {
        return point != '\n' && point != '\t' && Line.isControlOrHalf(point);
    }
}
