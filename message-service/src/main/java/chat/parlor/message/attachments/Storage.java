package chat.parlor.message.attachments;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.core.io.Resource;

/// Where files are kept, each under a key that is a safe file name. Blocks; call it where that is allowed.
interface Storage {

    /// Keeps `file`, which is gone from its place afterwards. When this returns, it survives a loss of power.
    void keep(String key, Path file) throws IOException;

    /// What is kept under `key`; need not exist.
    Resource open(String key);

    /// Removes what is kept under `key`. Nothing there is no error.
    void remove(String key) throws IOException;

    /// Bytes that can still be kept.
    long free() throws IOException;
}
