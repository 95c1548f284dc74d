package chat.parlor.message.attachments;

import chat.parlor.message.attachments.AttachmentProperties.Quota;
import java.time.Duration;
import java.util.Optional;

/// How much is uploaded already.
///
/// @param room bytes of the room's files
/// @param files how many the uploader had in 24 hours
/// @param bytes and how large they were together
/// @param retryAfter until the first of them no longer counts
record Usage(long room, long files, long bytes, Duration retryAfter) {

    /// Why a file of `size` more is too much.
    ///
    /// @param guest whether the uploader is a guest
    Optional<AttachmentRefusal> refusal(Quota quota, boolean guest, long size) {
        var mostFiles = guest ? quota.guestFiles() : quota.staffFiles();
        var mostBytes = (guest ? quota.guestBytes() : quota.staffBytes()).toBytes();
        if (files >= mostFiles || bytes + size > mostBytes) {
            return Optional.of(new AttachmentRefusal.TooMany(retryAfter));
        }
        return room + size > quota.room().toBytes()
                ? Optional.of(new AttachmentRefusal.Full("This room has as many files as it can hold"))
                : Optional.empty();
    }
}
