package chat.parlor.local;

import chat.parlor.local.service.Service;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What can be made anew from the log of record.
enum ReadModel {
    /// Heads, last messages and unread counts, at room-service.
    INBOX(Service.ROOM),
    /// What became of messages, at message-service.
    FOLDS(Service.MESSAGE);

    private final Service owner;

    ReadModel(Service owner) {
        this.owner = owner;
    }

    static Optional<ReadModel> of(String word) {
        return Arrays.stream(values())
                .filter(model -> model.word().equals(word))
                .findFirst();
    }

    /// Its name on the command line and in the owner's route.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Service owner() {
        return owner;
    }
}
