package chat.parlor.message.timeline;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The files that wait for the message they go with, by id: those that the commands at hand name.
public record Uploads(Map<String, Upload> waiting) {

    /// No command at hand names a file.
    public static final Uploads NONE = new Uploads(Map.of());

    public Uploads {
        waiting = Map.copyOf(waiting);
    }

    /// A file that waits.
    ///
    /// @param room where it was uploaded to
    /// @param uploader who did so
    /// @param attachment what readers of its message will see
    public record Upload(String room, String uploader, Attachment attachment) {

        boolean isFor(Command.Send send) {
            return room.equals(send.room()) && uploader.equals(send.author().id());
        }
    }

    /// What `send` names, in its order, if all of it waits for its author in its room, and nothing is named twice.
    Optional<List<Attachment>> of(Command.Send send) {
        var named = send.files();
        var found = named.stream()
                .distinct()
                .map(waiting::get)
                .filter(Objects::nonNull)
                .filter(upload -> upload.isFor(send))
                .map(Upload::attachment)
                .toList();
        return found.size() == named.size() ? Optional.of(found) : Optional.empty();
    }
}
