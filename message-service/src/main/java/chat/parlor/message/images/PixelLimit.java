package chat.parlor.message.images;

/// How large an image may be once it is unpacked, which its file does not tell.
///
/// @param most pixels of one picture, or of one frame
record PixelLimit(long most) {

    /// No screen shows more, and browsers refuse it.
    private static final int LONGEST_EDGE = 32_767;

    /// Fails when an image, or a frame of one, has no area or too much of it.
    void check(int width, int height) throws BrokenImage {
        if (width < 1 || height < 1 || width > LONGEST_EDGE || height > LONGEST_EDGE) {
            throw new BrokenImage("image: " + width + " × " + height + " (expected: 1 to " + LONGEST_EDGE + " each)");
        }
        if ((long) width * height > most) {
            throw new BrokenImage("image: " + width + " × " + height + " (expected: at most " + most + " pixels)");
        }
    }
}
