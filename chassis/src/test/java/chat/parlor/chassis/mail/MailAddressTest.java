package chat.parlor.chassis.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.org", "ada.l+tag@mail.example.org", "root@localhost"})
    void oneAddressStaysAsItIs(String address) {
        assertThat(MailAddress.of(address)).contains(address);
    }

    @Test
    void domainIsWrittenInAscii() {
        assertThat(MailAddress.of("ada@Bücher.example")).contains("ada@xn--bcher-kva.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.org",
                "ada@",
                "ada@example.org\r\nBcc: all@example.org",
                "ada@example.org, all@example.org",
                "ada@example.org>",
                "<ada@example.org>",
                "Ada <ada@example.org",
                "a b@example.org",
                "ada\u0000@example.org",
                "ada@exa mple.org",
                "ada@-..org"
            })
    void whatIsNotOneAddressIsNone(String address) {
        assertThat(MailAddress.of(address)).isEmpty();
    }
}
