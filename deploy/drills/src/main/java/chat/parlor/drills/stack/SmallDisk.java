package chat.parlor.drills.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Scanner;

/// A file system of its own under the files of the broker or the database, small enough to be filled up.
public final class SmallDisk implements AutoCloseable {
    /// Beside what lies there already.
    private static final long ROOM_MEGABYTES = 160;
    private static final int BLOCK = 4_096;

    private final Stack stack;
    private final Part part;
    private final Path folder;

    private SmallDisk(Stack stack, Part part) {
        this.stack = stack;
        this.part = part;
        this.folder = stack.files(part);
    }

    /// Whether this user may mount one.
    public static boolean isPossible() {
        try {
            var probe = Files.createTempDirectory("parlor-probe");
            try {
                mount(probe, 1);
                Command.run("umount", probe.toString());
                return true;
            } catch (Unexpected forbidden) {
                return false;
            } finally {
                Files.delete(probe);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Moves a part's files onto one. The part does not run afterwards.
    public static SmallDisk under(Stack stack, Part part) {
        stack.end(part);
        var disk = new SmallDisk(stack, part);
        var megabytes = megabytes(disk.folder) + ROOM_MEGABYTES;
        Command.run("mv", disk.folder.toString(), disk.aside());
        Command.run("mkdir", disk.folder.toString());
        mount(disk.folder, megabytes);
        Command.run("cp", "-a", disk.aside() + "/.", disk.folder.toString());
        return disk;
    }

    /// On the disk, which for files with holes is less than their length.
    private static long megabytes(Path folder) {
        return new Scanner(Command.run("du", "-sm", folder.toString())).nextLong();
    }

    private static void mount(Path where, long megabytes) {
        Command.run("mount", "-t", "tmpfs", "-o", "mode=0700,size=" + megabytes + "m", "tmpfs", where.toString());
    }

    /// Takes all room that is left.
    public void fill() {
        try (var ballast = Files.newOutputStream(ballast())) {
            var block = new byte[BLOCK];
            while (true) {
                ballast.write(block);
            }
        } catch (IOException full) {
            // that is what was wanted
        }
    }

    /// Gives it back.
    public void makeRoom() {
        try {
            Files.deleteIfExists(ballast());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Ends the part and moves its files back to where they were. The part does not run afterwards.
    @Override
    public void close() {
        makeRoom();
        stack.end(part);
        Command.run("rm", "-rf", aside());
        Command.run("cp", "-a", folder.toString(), aside());
        Command.run("umount", folder.toString());
        Command.run("rmdir", folder.toString());
        Command.run("mv", aside(), folder.toString());
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    private String aside() {
        return folder + ".aside";
    }
}
