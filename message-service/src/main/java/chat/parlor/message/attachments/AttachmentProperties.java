package chat.parlor.message.attachments;

import chat.parlor.message.files.FileKind;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What is taken and how much of it. Keys: `parlor.message.attachments.*`.
///
/// @param largest the largest file; default 25 MB
/// @param kinds which kinds are allowed, out of `jpeg, png, gif, webp, pdf, doc, docx`; default all
/// @param images bounds of images
/// @param quota how much one may upload
/// @param unused how long an upload waits for its message, 1 minute to 30 days; default 24 h
/// @param sweepEvery how often what nobody needs is removed, at least 1 s; default 1 h
@ConfigurationProperties("parlor.message.attachments")
record AttachmentProperties(
        @DefaultValue("25MB") DataSize largest,

        @DefaultValue({"jpeg", "png", "gif", "webp", "pdf", "doc", "docx"})
        Set<FileKind> kinds,

        @DefaultValue Images images,
        @DefaultValue Quota quota,
        @DefaultValue("24h") Duration unused,
        @DefaultValue("1h") Duration sweepEvery) {

    AttachmentProperties {
        kinds = Set.copyOf(kinds);
        atLeast("largest", largest.toBytes(), 1);
        if (unused.toMinutes() < 1 || unused.toDays() > 30) {
            throw new IllegalArgumentException("unused: " + unused + " (expected: 1 min to 30 days)");
        }
        atLeast("sweep-every", sweepEvery.toSeconds(), 1);
    }

    /// Bounds of images. Keys: `parlor.message.attachments.images.*`.
    ///
    /// @param pixels the most pixels of a picture, or of each frame of one, 1 to 200,000,000; default 40,000,000
    /// @param thumbnail the longer edge of small copies, in pixels, 16 to 4096; default 640
    record Images(
            @DefaultValue("40000000") long pixels,
            @DefaultValue("640") int thumbnail) {

        private static final long MOST_PIXELS = 200_000_000;

        Images {
            if (pixels < 1 || pixels > MOST_PIXELS) {
                throw new IllegalArgumentException("pixels: " + pixels + " (expected: 1 to " + MOST_PIXELS + ")");
            }
            if (thumbnail < 16 || thumbnail > 4096) {
                throw new IllegalArgumentException("thumbnail: " + thumbnail + " (expected: 16 to 4096)");
            }
        }
    }

    /// How much one may upload. Keys: `parlor.message.attachments.quota.*`.
    ///
    /// @param guestFiles files of a guest in 24 hours; default 50
    /// @param guestBytes bytes of a guest in 24 hours; default 200 MB
    /// @param staffFiles files of anybody else in 24 hours; default 500
    /// @param staffBytes bytes of anybody else in 24 hours; default 2 GB
    /// @param room bytes of all files of a room; default 2 GB
    /// @param leastFree what must stay free on the disk files come in on; default 1 GB
    record Quota(
            @DefaultValue("50") int guestFiles,
            @DefaultValue("200MB") DataSize guestBytes,
            @DefaultValue("500") int staffFiles,
            @DefaultValue("2GB") DataSize staffBytes,
            @DefaultValue("2GB") DataSize room,
            @DefaultValue("1GB") DataSize leastFree) {

        Quota {
            atLeast("guest-files", guestFiles, 0);
            atLeast("staff-files", staffFiles, 0);
        }
    }

    private static void atLeast(String key, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(key + ": " + value + " (expected: at least " + least + ")");
        }
    }
}
