package chat.parlor.room.membership;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"Roasting", "<b>'); drop table rooms; --", "Δοκιμή 👩‍👩‍👧"})
    void textIsAName(String name) {
        assertThat(RoomName.error(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\u0000b", "a\nb", "half \ud83d", "\udc00 half"})
    void whatIsNoTextIsNoName(String name) {
        assertThat(RoomName.error(name)).isPresent();
    }
}
