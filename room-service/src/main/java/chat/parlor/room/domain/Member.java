package chat.parlor.room.domain;

import com.fasterxml.jackson.annotation.JsonInclude;

/// Somebody in a room.
///
/// @param kind `account` or `guest`
/// @param muted may not write; left out of JSON when false
public record Member(
        String id,
        String name,
        String kind,
        MemberRole role,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean muted) {

    /// An account in a room.
    public static Member account(Named account, MemberRole role) {
        return new Member(account.id(), account.name(), "account", role, false);
    }

    /// The guest of a guest room.
    public static Member guest(Named guest) {
        return new Member(guest.id(), guest.name(), "guest", MemberRole.GUEST, false);
    }

    /// The same member in another role.
    public Member as(MemberRole other) {
        return new Member(id, name, kind, other, muted);
    }

    /// The same member, muted or not.
    public Member muted(boolean silent) {
        return new Member(id, name, kind, role, silent);
    }

    /// The same member under another name.
    public Member called(String other) {
        return new Member(id, other, kind, role, muted);
    }
}
