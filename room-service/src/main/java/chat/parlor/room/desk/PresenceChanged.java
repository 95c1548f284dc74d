package chat.parlor.room.desk;

/// What the desk reads of `presence.changed.v1`.
record PresenceChanged(String member, String kind, String status) {

    boolean isAccount() {
        return kind.equals("account");
    }

    boolean isOnline() {
        return status.equals("online");
    }

    boolean isGone() {
        return status.equals("offline");
    }
}
