package chat.parlor.room.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void aCursorComesBackAsItWent() {
        var at = Instant.parse("2026-03-01T09:00:00.123456Z");
        var cursor = new Cursor(true, at, "r_Ab-_9", at.minusSeconds(7));

        assertThat(Cursor.parse(cursor.text())).contains(cursor);
        assertThat(cursor.text()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "u",
                "u1.1",
                "z1.1.r_1",
                "u-1.1.r_1",
                "u1.r_1",
                "u1.1.r_1; drop table rooms",
                "u9999999999999999999.1.r"
            })
    void whatIsNoCursorIsNone(String plain) {
        var text = Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));

        assertThat(Cursor.parse(text)).isEmpty();
        assertThat(Cursor.parse("%%%")).isEmpty();
    }
}
