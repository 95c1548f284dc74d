package chat.parlor.room.membership;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.room.domain.Conversation;
import chat.parlor.room.domain.GuestSide;
import chat.parlor.room.domain.Id;
import chat.parlor.room.domain.Named;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// The guest room that guest-service wants.
///
/// @param page where the guest began; cut at 2,000 characters
/// @param origin the site the guest came from; cut at 300 characters
record NewGuestRoom(
        @Nullable Guest guest,
        @Nullable String page,
        @Nullable String origin) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PAGE = 2_000;
    private static final int LONGEST_ORIGIN = 300;

    /// Whose room it is.
    record Guest(@Nullable String id, @Nullable String name) {}

    /// Fails with [MembershipRefusal.Invalid] when there is no guest in it.
    GuestSide side(String backroom) {
        var errors = new ArrayList<FieldError>();
        var id = guest == null || guest.id() == null ? "" : guest.id();
        var name = guest == null || guest.name() == null ? "" : guest.name().strip();
        if (!Id.is(id)) {
            errors.add(new FieldError("guest.id", "expected: an id"));
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
            errors.add(new FieldError("guest.name", "expected: a name"));
        }
        if (!errors.isEmpty()) {
            throw new MembershipRefusal.Invalid(errors);
        }
        return new GuestSide(
                new Named(id, name),
                backroom,
                cut(page, LONGEST_PAGE),
                cut(origin, LONGEST_ORIGIN),
                Conversation.begun());
    }

    private static @Nullable String cut(@Nullable String text, int most) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var clean = text.replace("\0", "");
        return clean.substring(0, Math.min(clean.length(), most));
    }
}
