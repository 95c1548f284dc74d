package chat.parlor.message.images;

/// An image, as it is stored.
///
/// @param width in pixels, before it is turned
/// @param height in pixels, before it is turned
/// @param orientation how it is to be turned before it is shown, 1 to 8 as in EXIF; 1 is not at all
public record Picture(int width, int height, int orientation) {

    private static final int FIRST_SIDEWAYS = 5;

    static Picture upright(int width, int height) {
        return new Picture(width, height, Exif.UPRIGHT);
    }

    /// How wide it is to be shown.
    public int shownWidth() {
        return orientation >= FIRST_SIDEWAYS ? height : width;
    }

    /// How high it is to be shown.
    public int shownHeight() {
        return orientation >= FIRST_SIDEWAYS ? width : height;
    }
}
