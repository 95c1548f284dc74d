package chat.parlor.message.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Documents of tests, real as far as their kind goes.
public final class Documents {

    public static final byte[] PDF = bytes("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
    public static final byte[] HTML = bytes("<!DOCTYPE html><html><script>alert(1)</script></html>");
    public static final byte[] SVG = bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>");

    private static final String TYPE =
            "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.%s.main+xml\"/>";
    private static final String DOCUMENT = "openxmlformats-officedocument.wordprocessingml.document";

    private Documents() {}

    public static byte[] docx() {
        return zip("[Content_Types].xml", TYPE.formatted(DOCUMENT), "word/document.xml", "<w:document/>");
    }

    public static byte[] docm() {
        var types = TYPE.formatted(DOCUMENT) + "application/vnd.ms-office.vbaProject";
        return zip("[Content_Types].xml", types, "word/document.xml", "<w:document/>", "word/vbaProject.bin", "x");
    }

    public static byte[] zip(String... namesAndTexts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var each = 0; each < namesAndTexts.length; each += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[each]));
                zip.write(bytes(namesAndTexts[each + 1]));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /// An OLE2 file with one stream of that name in its directory.
    public static byte[] ole(String stream) {
        var file = new byte[70_000];
        var magic = new int[] {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};
        for (var at = 0; at < magic.length; at++) {
            file[at] = (byte) magic[at];
        }
        var name = stream.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, file, 65_500, name.length); // across the pieces it is read in
        file[65_564] = (byte) (name.length + 2);
        return file;
    }

    public static byte[] padded(byte[] start, int length) {
        return Arrays.copyOf(start, length);
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
