package chat.parlor.message.attachments;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/// Files in a folder, spread over sub-folders.
final class Disk implements Storage {

    /// Where the random part of a key begins, and how much of it names the sub-folder.
    private static final int RANDOM = 2;
    private static final int SPREAD = 2;

    private final Path folder;

    Disk(Path folder) {
        this.folder = folder;
    }

    @Override
    public void keep(String key, Path file) throws IOException {
        var place = place(key);
        var parent = place.resolveSibling("");
        Files.createDirectories(parent);
        sync(file, StandardOpenOption.WRITE);
        Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
        sync(parent, StandardOpenOption.READ);
    }

    @Override
    public Resource open(String key) {
        return new FileSystemResource(place(key));
    }

    @Override
    public void remove(String key) throws IOException {
        Files.deleteIfExists(place(key));
    }

    @Override
    public long free() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    private Path place(String key) {
        return folder.resolve(key.substring(RANDOM, RANDOM + SPREAD)).resolve(key);
    }

    private static void sync(Path path, StandardOpenOption access) throws IOException {
        try (var open = FileChannel.open(path, access)) {
            open.force(true);
        }
    }
}
