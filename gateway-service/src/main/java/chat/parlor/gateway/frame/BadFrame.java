package chat.parlor.gateway.frame;

import org.jspecify.annotations.Nullable;

/// A frame that cannot be read. Its message names the field, what it was and what was wanted.
public final class BadFrame extends Exception {

    private static final long serialVersionUID = 1L;

    private final @Nullable String ref;

    public BadFrame(@Nullable String ref, String message) {
        super(message, null, false, false);
        this.ref = ref;
    }

    /// The `ref` of the frame, when at least that could be read.
    public @Nullable String ref() {
        return ref;
    }
}
