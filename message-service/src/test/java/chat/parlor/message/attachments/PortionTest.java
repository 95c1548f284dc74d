package chat.parlor.message.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

class PortionTest {

    private static final String TAG = "\"f_1\"";

    @ParameterizedTest
    @CsvSource({"0-0,0,1", "2-5,2,4", "9-9,9,1", "7-,7,3", "-4,6,4", "-99,0,10", "3-99,3,7"})
    void oneRangeIsSentAlone(String range, long from, long length) {
        var portion = of("bytes=" + range);

        assertThat(portion).isEqualTo(new Portion(HttpStatus.PARTIAL_CONTENT, from, length, 10));
        assertThat(header(portion, HttpHeaders.CONTENT_RANGE))
                .isEqualTo("bytes " + from + "-" + (from + length - 1) + "/10");
        assertThat(header(portion, HttpHeaders.CONTENT_LENGTH)).isEqualTo(Long.toString(length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-20", "bytes=5-2", "bytes=x", "pages=1-2"})
    void aRangeOutsideIsNotSatisfied(String range) {
        var portion = of(range);

        assertThat(portion.status()).isEqualTo(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE);
        assertThat(header(portion, HttpHeaders.CONTENT_RANGE)).isEqualTo("bytes */10");
    }

    @Test
    void otherwiseTheWholeIsSent() {
        assertThat(Portion.of(new HttpHeaders(), TAG, 10)).isEqualTo(new Portion(HttpStatus.OK, 0, 10, 10));
        assertThat(of("bytes=0-1,4-5").status()).isEqualTo(HttpStatus.OK);
        assertThat(of("bytes=1-2", "\"f_2\"").status()).isEqualTo(HttpStatus.OK);
        assertThat(of("bytes=1-2", TAG).status()).isEqualTo(HttpStatus.PARTIAL_CONTENT);
    }

    private static Portion of(String range) {
        return of(range, TAG);
    }

    private static Portion of(String range, String known) {
        var asked = new HttpHeaders();
        asked.set(HttpHeaders.RANGE, range);
        asked.set(HttpHeaders.IF_RANGE, known);
        return Portion.of(asked, TAG, 10);
    }

    private static String header(Portion portion, String name) {
        return Objects.requireNonNull(portion.answer().build().getHeaders().getFirst(name));
    }
}
