package chat.parlor.local.folder;

import chat.parlor.local.refusal.Refused;
import chat.parlor.local.refusal.Refused.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Who may start things on a data folder. The operating system gives it back when its holder dies, however it dies.
public final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Takes the folder for one JVM alone.
    ///
    /// @throws Refused when another launcher has it
    public static FolderLock alone(DataFolder folder) {
        return take(folder, false);
    }

    /// Takes the folder beside other launchers that run the parts as processes.
    ///
    /// @throws Refused when a launcher has it alone
    public static FolderLock shared(DataFolder folder) {
        return take(folder, true);
    }

    /// Does something in turn with every other launcher on the folder.
    public static void inTurn(DataFolder folder, Runnable action) {
        try (var channel = open(folder, "turn.lock")) {
            var lock = channel.lock();
            action.run();
            lock.release();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static FolderLock take(DataFolder folder, boolean shared) {
        try {
            var channel = open(folder, "parlor.lock");
            if (tryLock(channel, shared) == null) {
                channel.close();
                throw new Refused(
                        Reason.ALREADY_RUNNING,
                        "Parlor already runs on " + folder.root() + "; stop it first (./parlor stop --data "
                                + folder.root() + ") or choose another folder with --data DIR");
            }
            return new FolderLock(channel);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel, boolean shared) throws IOException {
        try {
            return channel.tryLock(0, Long.MAX_VALUE, shared);
        } catch (OverlappingFileLockException heldByThisJvm) {
            return null;
        }
    }

    private static FileChannel open(DataFolder folder, String name) throws IOException {
        return FileChannel.open(
                folder.run().resolve(name),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
