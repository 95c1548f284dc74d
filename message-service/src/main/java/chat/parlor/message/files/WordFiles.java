package chat.parlor.message.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Word documents are containers, a ZIP archive or an OLE2 file, that hold anything; these are checks that they hold a
/// document.
final class WordFiles {

    private static final String TYPES = "[Content_Types].xml";
    private static final String TEXT = "word/document.xml";
    private static final String DOCUMENT =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final int LONGEST_TYPES = 256 * 1024;
    private static final int MOST_ENTRIES = 10_000;

    /// The name of a stream in an OLE2 directory, followed by 40 unused bytes and its length with its end.
    private static final byte[] STREAM = directoryEntry("WordDocument");
    private static final int PIECE = 64 * 1024;

    private WordFiles() {}

    /// Whether an archive is a document without macros, as its list of contents says.
    static boolean isDocx(Path file) throws IOException {
        try (var archive = new ZipFile(file.toFile())) {
            var types = archive.getEntry(TYPES);
            if (types == null || archive.getEntry(TEXT) == null || archive.size() > MOST_ENTRIES) {
                return false;
            }
            try (var in = archive.getInputStream(types)) {
                var said = new String(in.readNBytes(LONGEST_TYPES), StandardCharsets.UTF_8);
                return said.contains(DOCUMENT) && !said.contains("macroEnabled") && !said.contains("vbaProject");
            }
        } catch (ZipException broken) {
            return false;
        }
    }

    /// Whether an OLE2 file has the stream a document's text is in.
    static boolean isDoc(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var window = new byte[PIECE + STREAM.length];
            var kept = 0;
            while (true) {
                var read = in.readNBytes(window, kept, PIECE);
                if (find(window, kept + read)) {
                    return true;
                }
                if (read < PIECE) {
                    return false;
                }
                var next = Math.min(STREAM.length, kept + read);
                System.arraycopy(window, kept + read - next, window, 0, next);
                kept = next;
            }
        }
    }

    private static boolean find(byte[] window, int length) {
        for (var at = 0; at <= length - STREAM.length; at++) {
            if (window[at] == STREAM[0] && Arrays.equals(window, at, at + STREAM.length, STREAM, 0, STREAM.length)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] directoryEntry(String name) {
        var entry = new byte[66];
        var text = name.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(text, 0, entry, 0, text.length);
        entry[64] = (byte) (text.length + 2);
        return entry;
    }
}
