package chat.parlor.message.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "photo.jpg, photo.jpg",
        "../../etc/passwd, passwd",
        "C:\\Users\\ada\\Plan 1.pdf, Plan 1.pdf",
        "/, file",
        "..., file",
        "'  ', file",
        "ሰላም.png, ሰላም.png",
        "'a\"b<c>|d.pdf', abcd.pdf",
    })
    void onlyTheLastStepOfAPathIsKept(String given, String name) {
        assertThat(FileName.of(given)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202E", "\u0000", "\r\n", "\u200B", "\u2066", "\uD83D", "\u001B", "\u2028"})
    void whatCannotBeSeenOrTurnsTheTextIsLeftOut(String hidden) {
        assertThat(FileName.of("invoice" + hidden + "gpj.exe")).isEqualTo("invoicegpj.exe");
    }

    @Test
    void aLongNameKeepsItsEnding() {
        var name = FileName.of("x".repeat(500) + ".docx");

        assertThat(name).hasSize(120).endsWith("x.docx");
        assertThat(FileName.of("😀".repeat(200)).codePointCount(0, 240)).isEqualTo(120);
    }

    @ParameterizedTest
    @CsvSource({"a.png, JPEG, a.png.jpg", "A.JPEG, JPEG, A.JPEG", "a.html, PNG, a.html.png", "a, PDF, a.pdf"})
    void aNameEndsAsWhatItIs(String name, FileKind kind, String named) {
        assertThat(kind.named(name)).isEqualTo(named);
    }
}
