package chat.parlor.message.attachments;

import chat.parlor.message.timeline.Attachment;
import org.jspecify.annotations.Nullable;

/// What is known of an uploaded file.
///
/// @param attachment what readers of its message see
/// @param room where it was uploaded to
/// @param uploader who did so
/// @param thumbnail the media type of its small copy, if it has one
record Upload(
        String room,
        String uploader,
        Attachment attachment,
        @Nullable String thumbnail) {

    private static final String SMALL = ".small";

    /// Under which its content is kept.
    String key() {
        return attachment.id();
    }

    /// Under which its small copy is kept.
    String smallKey() {
        return smallKey(attachment.id());
    }

    /// Under which the small copy of the file `id` is kept.
    static String smallKey(String id) {
        return id + SMALL;
    }
}
