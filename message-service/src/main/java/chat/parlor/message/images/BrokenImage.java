package chat.parlor.message.images;

import java.io.IOException;

/// What begins like an image does not go on like one, or is larger than images may be.
public class BrokenImage extends IOException {

    private static final long serialVersionUID = 1L;

    BrokenImage(String message) {
        super(message);
    }
}
