package chat.parlor.room.domain;

import org.jspecify.annotations.Nullable;

/// What only a guest room has.
///
/// @param guest whose room it is
/// @param backroom the staff side; never shown to the guest
/// @param page where the guest began, as the browser told it
/// @param origin the site or channel the guest came from
/// @param conversation whose turn it is
/// @param labels what only staff sees
/// @param rating how the guest found it; only while it is closed
public record GuestSide(
        Named guest,
        String backroom,
        @Nullable String page,
        @Nullable String origin,
        Conversation conversation,
        Labels labels,
        @Nullable Rating rating) {

    /// A side without labels.
    public GuestSide(
            Named guest, String backroom, @Nullable String page, @Nullable String origin, Conversation conversation) {
        this(guest, backroom, page, origin, conversation, Labels.NONE, null);
    }

    GuestSide with(Conversation next) {
        var kept = next.status() == RoomStatus.CLOSED ? rating : null;
        return new GuestSide(guest, backroom, page, origin, next, labels, kept);
    }

    GuestSide with(Labels next) {
        return new GuestSide(guest, backroom, page, origin, conversation, next, rating);
    }

    GuestSide with(Rating next) {
        return new GuestSide(guest, backroom, page, origin, conversation, labels, next);
    }
}
