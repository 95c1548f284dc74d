package chat.parlor.guest.settings;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.guest.settings.Contact.Social;
import jakarta.validation.Validation;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactTest {

    @Test
    void addressesAreWrittenAsPeopleWriteThem() {
        assertThat(wrong(contact("+49 (30) 123-45.67", "+49 30 1234567", "parlor_chat", "hello+desk@shop.test")))
                .isEmpty();
        assertThat(wrong(contact("110", null, null, null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"call me", "tel:+4930", "+", "1", "+49 30 1234567,,1", "+49\n30 12345", "javascript:1"})
    void otherWordsAreNoNumbers(String number) {
        assertThat(wrong(contact(number, null, null, null))).containsExactly("phone");
        assertThat(wrong(contact(null, number, null, null))).containsExactly("whatsapp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"030 1234567", "+0 30 1234567", "+49"})
    void whatsappWantsTheCountry(String number) {
        assertThat(wrong(contact(null, number, null, null))).containsExactly("whatsapp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@parlor_chat", "abcd", "a/../b12", "parlor?start=1", "https://t.me/parlor", "1parlor"})
    void telegramIsANameAndNothingElse(String name) {
        assertThat(wrong(contact(null, null, name, null))).containsExactly("telegram");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "ada@shop",
                "ada@shop.test?cc=eve@x.test",
                "a b@shop.test",
                "a@b.test\r\nBCC:x",
                "a&b@c.test"
            })
    void mailGoesToOneAddress(String email) {
        assertThat(wrong(contact(null, null, null, email))).containsExactly("email");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://shop.test", "javascript:alert(1)", "//evil.test", "/path", "https://", "https://a b", ""
            })
    void pagesAreHttps(String url) {
        assertThat(wrong(with(List.of(new Social("Page", url))))).containsExactly("social[0].url");
    }

    @Test
    void pagesAreFewAndHaveNames() {
        var page = new Social("Page", "https://shop.test/@us?x=1");

        assertThat(wrong(with(Stream.generate(() -> page).limit(8).toList()))).isEmpty();
        assertThat(wrong(with(Stream.generate(() -> page).limit(9).toList()))).containsExactly("social");
        assertThat(wrong(with(List.of(new Social("", "https://shop.test"))))).containsExactly("social[0].name");
        assertThat(wrong(with(List.of(new Social("a\u0000", "https://shop.test")))))
                .containsExactly("social[0].name");
    }

    private static Contact contact(
            @Nullable String phone, @Nullable String whatsapp, @Nullable String telegram, @Nullable String email) {
        return new Contact(phone, whatsapp, telegram, email, List.of(), false, false);
    }

    private static Contact with(List<Social> social) {
        return new Contact(null, null, null, null, social, false, false);
    }

    private static List<String> wrong(Contact contact) {
        try (var validation = Validation.buildDefaultValidatorFactory()) {
            return validation.getValidator().validate(contact).stream()
                    .map(violation -> violation.getPropertyPath().toString())
                    .distinct()
                    .toList();
        }
    }
}
