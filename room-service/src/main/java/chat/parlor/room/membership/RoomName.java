package chat.parlor.room.membership;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.room.domain.Member;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a room may be called. Names need not be unique.
final class RoomName {

    static final int MOST_CHARACTERS = 80;

    private RoomName() {}

    /// What is wrong with `name`; empty when nothing is.
    static Optional<FieldError> error(String name) {
        if (name.isBlank()) {
            return Optional.of(new FieldError("name", "expected: a name"));
        }
        if (name.strip().codePointCount(0, name.strip().length()) > MOST_CHARACTERS) {
            return Optional.of(new FieldError("name", "expected: at most " + MOST_CHARACTERS + " characters"));
        }
        return name.codePoints().anyMatch(RoomName::isControlOrHalf)
                ? Optional.of(new FieldError("name", "expected: no control characters, no halves of characters"))
                : Optional.empty();
    }

    /// A name for a room that was given none: those in it, as many as fit.
    static String of(List<Member> members) {
        var names = members.stream().map(Member::name).collect(Collectors.joining(", "));
        return names.codePoints()
                .limit(MOST_CHARACTERS)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// JSON can escape a lone surrogate, which is no text that could be stored or sent on.
    private static boolean isControlOrHalf(int point) {
        return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
    }
}
