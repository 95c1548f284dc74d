package chat.parlor.gateway.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parlor.gateway.frame.ClientFrame.Hello;
import chat.parlor.gateway.frame.ClientFrame.OpenRoom;
import chat.parlor.gateway.frame.ClientFrame.SendMessage;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {

    private final FrameReader reader = new FrameReader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"hello\"}",
                "{\"type\":\"hello\",\"token\":\"ps_1\",\"client\":\"web/1\",\"later\":{\"a\":[1]}}",
                "{\"type\":\"room.open\",\"ref\":\"1\",\"room\":\"r_1\"}",
                "{\"type\":\"room.open\",\"room\":\"r_1\",\"epoch\":1,\"after\":0}",
                "{\"type\":\"room.open\",\"room\":\"r_1\",\"epoch\":null,\"after\":null}",
                "{\"type\":\"room.leave\",\"room\":\"r_1\"}",
                "{\"type\":\"message.send\",\"room\":\"r_1\",\"id\":\"a-B_c.~9\",\"text\":\"\"}",
                "{\"type\":\"message.send\",\"room\":\"r_1\",\"id\":\"1\",\"text\":\"\\ud83d\\udce6\",\"replyTo\":4}",
                "{\"type\":\"message.send\",\"room\":\"r_1\",\"id\":\"1\",\"text\":\"x\","
                        + "\"attachments\":[\"f_1\",{\"id\":\"f_2\"}],\"mentions\":[\"a_1\",\"a_2\"]}",
                "{\"type\":\"message.edit\",\"room\":\"r_1\",\"id\":\"1\",\"seq\":1,\"text\":\"x\"}",
                "{\"type\":\"message.delete\",\"room\":\"r_1\",\"id\":\"1\",\"seq\":9007199254740993}",
                "{\"type\":\"reaction.toggle\",\"room\":\"r_1\",\"id\":\"1\",\"seq\":1,\"emoji\":\"\\ud83d\\udc4d\"}",
                "{\"type\":\"message.read\",\"room\":\"r_1\",\"seq\":1}",
                "{\"type\":\"typing\",\"room\":\"r_1\",\"on\":false}",
                "{\"type\":\"presence\",\"status\":\"busy\"}",
                "{\"type\":\"ping\"}",
                "{\"type\":\"ping\",\"at\":17}",
                "{\"room\":\"r_1\",\"type\":\"room.leave\",\"__proto__\":{\"x\":1}}"
            })
    void framesOfTheProtocolAreRead(String text) throws BadFrame {
        assertThat(reader.read(text).type()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "17",
                "\"hello\"",
                "[]",
                "[{\"type\":\"ping\"}]",
                "{",
                "{}",
                "{\"type\":null}",
                "{\"type\":1}",
                "{\"type\":{\"$gt\":\"\"}}",
                "{\"type\":\"nonsense\"}",
                "{\"type\":\"PING\"}",
                "{\"type\":\"ping\"} {\"type\":\"ping\"}",
                "{\"type\":\"ping\",\"type\":\"ping\"}",
                "{\"type\":\"ping\",}",
                "{'type':'ping'}",
                "{\"type\":\"ping\",\"at\":NaN}",
                "{\"type\":\"ping\",\"at\":{}}",
                "{\"type\":\"ping\",\"at\":[1]}",
                "{\"type\":\"ping\",\"ref\":{\"a\":1}}",
                "{\"type\":\"ping\",\"ref\":7}",
                "{\"type\":\"ping\",\"ref\":[\"a\"]}",
                "{\"type\":\"hello\",\"token\":{\"$ne\":null}}",
                "{\"type\":\"hello\",\"token\":[\"ps_1\"]}",
                "{\"type\":\"hello\",\"token\":true}",
                "{\"type\":\"hello\",\"client\":{}}",
                "{\"type\":\"room.open\"}",
                "{\"type\":\"room.open\",\"room\":null}",
                "{\"type\":\"room.open\",\"room\":\"\"}",
                "{\"type\":\"room.open\",\"room\":\"r/1\"}",
                "{\"type\":\"room.open\",\"room\":\"r_1' or '1'='1\"}",
                "{\"type\":\"room.open\",\"room\":{\"id\":\"r_1\"}}",
                "{\"type\":\"room.open\",\"room\":\"r_1\",\"after\":\"1\"}",
                "{\"type\":\"room.open\",\"room\":\"r_1\",\"after\":-1}",
                "{\"type\":\"room.open\",\"room\":\"r_1\",\"after\":1.0}",
                "{\"type\":\"room.open\",\"room\":\"r_1\",\"after\":1e3}",
                "{\"type\":\"room.open\",\"room\":\"r_1\",\"after\":99999999999999999999}",
                "{\"type\":\"room.open\",\"room\":\"r_1\",\"epoch\":true}",
                "{\"type\":\"message.send\",\"room\":\"r_1\",\"id\":\"1\"}",
                "{\"type\":\"message.send\",\"room\":\"r_1\",\"id\":\"1\",\"text\":5}",
                "{\"type\":\"message.send\",\"room\":\"r_1\",\"id\":\"1\",\"text\":[\"x\"]}",
                "{\"type\":\"message.send\",\"room\":\"r_1\",\"id\":\"1\",\"text\":\"\\ud83d\"}",
                "{\"type\":\"message.send\",\"room\":\"r_1\",\"id\":\"1\",\"text\":\"\\udce6\\ud83d\"}",
                "{\"type\":\"message.send\",\"room\":\"r_1\",\"id\":\"1\",\"text\":\"a\\u0000b\"}",
                "{\"type\":\"message.send\",\"room\":\"r_1\",\"id\":\"a b\",\"text\":\"x\"}",
                "{\"type\":\"message.send\",\"room\":\"r_1\",\"id\":\"1\",\"text\":\"x\",\"replyTo\":0}",
                "{\"type\":\"message.send\",\"room\":\"r_1\",\"id\":\"1\",\"text\":\"x\",\"replyTo\":\"m1\"}",
                "{\"type\":\"message.send\",\"room\":\"r_1\",\"id\":\"1\",\"text\":\"x\",\"attachments\":\"f\"}",
                "{\"type\":\"message.send\",\"room\":\"r_1\",\"id\":\"1\",\"text\":\"x\",\"attachments\":[1]}",
                "{\"type\":\"message.send\",\"room\":\"r_1\",\"id\":\"1\",\"text\":\"x\",\"mentions\":\"a_1\"}",
                "{\"type\":\"message.send\",\"room\":\"r_1\",\"id\":\"1\",\"text\":\"\",\"mentions\":[{\"id\":\"a\"}]}",
                "{\"type\":\"message.send\",\"room\":\"r_1\",\"id\":\"1\",\"text\":\"x\",\"mentions\":[\"a b\"]}",
                "{\"type\":\"message.edit\",\"room\":\"r_1\",\"id\":\"1\",\"seq\":0,\"text\":\"x\"}",
                "{\"type\":\"reaction.toggle\",\"room\":\"r_1\",\"id\":\"1\",\"seq\":1,\"emoji\":\" \"}",
                "{\"type\":\"message.read\",\"room\":\"r_1\",\"seq\":\"1\"}",
                "{\"type\":\"typing\",\"room\":\"r_1\",\"on\":1}",
                "{\"type\":\"typing\",\"room\":\"r_1\",\"on\":\"true\"}",
                "{\"type\":\"presence\",\"status\":\"invisible\"}",
                "{\"type\":\"presence\",\"status\":[\"online\"]}"
            })
    void everythingElseIsABadFrame(String text) {
        assertThatThrownBy(() -> reader.read(text)).isInstanceOf(BadFrame.class);
    }

    @Test
    void deepNestingIsABadFrame() {
        var deep = "{\"type\":\"ping\",\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThatThrownBy(() -> reader.read(deep)).isInstanceOf(BadFrame.class);
    }

    @ParameterizedTest
    @CsvSource({"63, true", "64, true", "65, false"})
    void refAndIdsHaveALength(int length, boolean read) {
        var name = "x".repeat(length);
        var text = "{\"type\":\"room.leave\",\"ref\":\"" + name + "\",\"room\":\"" + name + "\"}";

        assertThat(isRead(text)).isEqualTo(read);
    }

    private boolean isRead(String text) {
        try {
            reader.read(text);
            return true;
        } catch (BadFrame bad) {
            return false;
        }
    }

    @Test
    void refOfABadFrameIsKept() {
        assertThatThrownBy(() -> reader.read("{\"type\":\"room.open\",\"ref\":\"7\",\"room\":5}"))
                .isInstanceOfSatisfying(
                        BadFrame.class, bad -> assertThat(bad.ref()).isEqualTo("7"))
                .hasMessageContaining("room");
    }

    @Test
    void fieldsArriveAsTheyWereSent() throws BadFrame {
        assertThat(reader.read("{\"type\":\"hello\",\"ref\":\"h\",\"token\":\"ps_1\"}"))
                .isEqualTo(new Hello("h", "ps_1"));
        assertThat(reader.read("{\"type\":\"room.open\",\"room\":\"r_1\",\"epoch\":2,\"after\":41}"))
                .isEqualTo(new OpenRoom(null, "r_1", 2L, 41L));
        assertThat(reader.read(
                        "{\"type\":\"message.send\",\"room\":\"r_1\",\"id\":\"1\",\"text\":\" \\u202ehi\\r\\n\"}"))
                .isEqualTo(new SendMessage(null, "r_1", "1", " \u202ehi\r\n", null, null, null));
    }

    @Test
    void messagesFromElsewhereAreCheckedTheSameWay() {
        assertThatThrownBy(() -> FrameReader.checked(new SendMessage(null, "r_1", "a b", "x", null, null, null)))
                .hasMessageStartingWith("id:");
        assertThatThrownBy(() -> FrameReader.checked(new SendMessage(null, "r_1", "1", "\ud83d", null, null, null)))
                .hasMessageStartingWith("text:");
        assertThatThrownBy(() -> FrameReader.checked(new SendMessage(null, "r_1", "1", "x", 0L, null, null)))
                .hasMessageStartingWith("replyTo:");
        for (var mentions : List.of(List.of("a b"), List.of(""), Collections.nCopies(21, "a_1"))) {
            assertThatThrownBy(() -> FrameReader.checked(new SendMessage(null, "r_1", "1", "x", null, null, mentions)))
                    .hasMessageStartingWith("mentions:");
        }
    }
}
