package chat.parlor.room.erasure;

import chat.parlor.room.domain.Id;

/// `guest.erasing.v1` of guest-service, as far as it is read here: a guest whose rooms are to go.
record GuestErasing(String erasure, String guest) {

    GuestErasing {
        if (!Id.is(erasure) || !Id.is(guest)) {
            throw new IllegalArgumentException("erasure " + erasure + ", guest " + guest + " (expected: ids)");
        }
    }
}
