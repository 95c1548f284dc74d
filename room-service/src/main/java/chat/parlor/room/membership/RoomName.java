package chat.parlor.room.membership;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.room.domain.Line;
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
        return Line.flaw(name, "a name", MOST_CHARACTERS).map(flaw -> new FieldError("name", flaw));
    }

    /// A name for a room that was given none: those in it, as many as fit.
    static String of(List<Member> members) {
        var names = members.stream().map(Member::name).collect(Collectors.joining(", "));
        return names.codePoints()
                .limit(MOST_CHARACTERS)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
