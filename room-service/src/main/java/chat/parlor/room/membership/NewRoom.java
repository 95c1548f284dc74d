package chat.parlor.room.membership;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.room.domain.RoomKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The room somebody wants, as it arrives.
///
/// @param kind `direct`, `group`, `team` or `announcement`
/// @param name not for direct rooms; made from the members' names when absent
/// @param members account ids; the caller belongs to the room without being named
record NewRoom(
        @Nullable String kind,
        @Nullable String name,
        @Nullable List<@Nullable String> members) {

    private static final int LONGEST_ID = 64;

    /// The same, made sense of.
    ///
    /// @param others the members besides the caller, each once
    record Wanted(RoomKind kind, Optional<String> name, Set<String> others) {}

    /// Fails with [MembershipRefusal.Invalid] naming each field that makes no sense.
    Wanted wantedBy(String caller, int maxMembers) {
        var errors = new ArrayList<FieldError>();
        var wanted = kind(errors);
        var others = others(caller, errors);
        if (wanted == RoomKind.DIRECT && errors.isEmpty() && others.size() != 1) {
            errors.add(new FieldError("members", "expected: exactly one other account"));
        }
        if (others.size() >= maxMembers) {
            errors.add(new FieldError("members", "expected: at most " + maxMembers + " members"));
        }
        if (name != null && wanted != RoomKind.DIRECT) {
            RoomName.error(name).ifPresent(errors::add);
        }
        if (!errors.isEmpty()) {
            throw new MembershipRefusal.Invalid(errors);
        }
        return new Wanted(wanted, Optional.ofNullable(name).map(String::strip), others);
    }

    private RoomKind kind(List<FieldError> errors) {
        return Optional.ofNullable(kind)
                .flatMap(RoomKind::from)
                .filter(known -> known == RoomKind.DIRECT || known.hasRoles())
                .orElseGet(() -> {
                    errors.add(new FieldError("kind", "expected: direct, group, team or announcement"));
                    return RoomKind.GROUP;
                });
    }

    private Set<String> others(String caller, List<FieldError> errors) {
        var others = new LinkedHashSet<String>();
        if (members == null) {
            errors.add(new FieldError("members", "expected: a list of account ids"));
            return others;
        }
        for (var member : members) {
            if (member == null || member.isBlank() || member.length() > LONGEST_ID) {
                errors.add(new FieldError("members", "expected: account ids"));
                return others;
            }
            others.add(member);
        }
        others.remove(caller);
        return others;
    }
}
