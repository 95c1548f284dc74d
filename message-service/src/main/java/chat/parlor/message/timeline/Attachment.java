package chat.parlor.message.timeline;

import org.jspecify.annotations.Nullable;

/// A file that goes with a message, as readers of the message see it.
///
/// @param id of the upload
/// @param name what its uploader called it, fit to be shown and to be saved under
/// @param type the media type, found in the content
/// @param size in bytes
/// @param url where members of the room get it, relative to the gateway
/// @param width of an image as it is to be shown, in pixels
/// @param height of an image as it is to be shown, in pixels
public record Attachment(
        String id,
        String name,
        String type,
        long size,
        String url,
        @Nullable Integer width,
        @Nullable Integer height) {

    /// Where members of `room` get the file `id`.
    public static String url(String room, String id) {
        return "/api/v1/rooms/" + room + "/attachments/" + id;
    }
}
