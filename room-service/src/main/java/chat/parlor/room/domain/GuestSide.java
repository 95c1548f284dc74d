package chat.parlor.room.domain;

import org.jspecify.annotations.Nullable;

/// What only a guest room has.
///
/// @param guest whose room it is
/// @param backroom the staff side; never shown to the guest
/// @param page where the guest began, as the browser told it
/// @param origin the site or channel the guest came from
/// @param conversation whose turn it is
public record GuestSide(
        Named guest,
        String backroom,
        @Nullable String page,
        @Nullable String origin,
        Conversation conversation) {

    GuestSide with(Conversation next) {
        return new GuestSide(guest, backroom, page, origin, next);
    }
}
