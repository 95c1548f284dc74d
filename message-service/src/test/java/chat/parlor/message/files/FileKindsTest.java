package chat.parlor.message.files;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.message.images.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileKindsTest {

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @MethodSource
    void whatIsAllowedIsKnownByItsContent(FileKind kind, byte[] content) throws IOException {
        assertThat(FileKinds.of(file(content))).contains(kind);
    }

    static Stream<Arguments> whatIsAllowedIsKnownByItsContent() {
        return Stream.of(
                Arguments.of(FileKind.JPEG, Samples.jpeg(9, 9, 1)),
                Arguments.of(FileKind.PNG, Samples.png(9, 9)),
                Arguments.of(FileKind.GIF, Samples.gif(9, 9)),
                Arguments.of(FileKind.WEBP, Samples.webp(9, 9)),
                Arguments.of(FileKind.PDF, Documents.PDF),
                Arguments.of(FileKind.DOC, Documents.ole("WordDocument")),
                Arguments.of(FileKind.DOCX, Documents.docx()));
    }

    @ParameterizedTest
    @MethodSource
    void everythingElseIsNone(byte[] content) throws IOException {
        assertThat(FileKinds.of(file(content))).isEmpty();
    }

    static Stream<byte[]> everythingElseIsNone() {
        return Stream.of(
                Documents.HTML,
                Documents.SVG,
                Documents.docm(),
                Documents.zip("a.txt", "a"),
                Documents.zip("[Content_Types].xml", "", "word/document.xml", ""),
                Documents.ole("Workbook"),
                Documents.bytes("PK\u0003\u0004 and no more"),
                Documents.bytes("#!/bin/sh\n"),
                Documents.bytes("MZ\u0000\u0000"),
                Documents.bytes("just text"),
                Documents.bytes("\u0000"));
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("picture.png"), content);
    }
}
