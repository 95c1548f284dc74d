package chat.parlor.message.storage;

import org.springframework.dao.TransientDataAccessException;

/// Files can neither be kept nor read nor removed just now; it passes, so whoever needs it repeats. Loops know it by
/// its
/// family and wait.
public class StorageUnavailable extends TransientDataAccessException {

    private static final long serialVersionUID = 1L;

    StorageUnavailable(Throwable cause) {
        super("files cannot be reached: " + cause.getMessage(), cause);
    }
}
