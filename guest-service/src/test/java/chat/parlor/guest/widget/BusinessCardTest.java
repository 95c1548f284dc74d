package chat.parlor.guest.widget;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.guest.settings.WidgetSettings;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class BusinessCardTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void holdsEveryAddressAsRfc6350WritesIt() {
        var card = card("""
                {"brand": {"name": "Tea; Cake, \\\\ & Co\\nBremen"},
                 "contact": {"phone": "+49 (421) 12-34", "whatsapp": "+49 170 1", "telegram": "teacake",
                             "email": "hi@tea.test", "social": [{"name": "Blog", "url": "https://tea.test/a,b;c"}]}}
                """);

        assertThat(card)
                .isEqualTo(String.join(
                        "\r\n",
                        "BEGIN:VCARD",
                        "VERSION:4.0",
                        "KIND:org",
                        "FN:Tea\\; Cake\\, \\\\ & Co\\nBremen",
                        "ORG:Tea\\; Cake\\, \\\\ & Co\\nBremen",
                        "TEL;VALUE=uri;TYPE=work:tel:+494211234",
                        "EMAIL;TYPE=work:hi@tea.test",
                        "IMPP:https://wa.me/491701",
                        "IMPP:https://t.me/teacake",
                        "URL:https://tea.test/a,b;c",
                        "END:VCARD",
                        ""));
    }

    @Test
    void saysOnlyWhatThereIs() {
        assertThat(card("{\"brand\": {\"name\": \"Tea\"}}").lines())
                .containsExactly("BEGIN:VCARD", "VERSION:4.0", "KIND:org", "FN:Tea", "ORG:Tea", "END:VCARD");
    }

    @Test
    void noLineIsTooLongAndNoCharacterIsCut() {
        var name = "茶と菓子👩‍👩‍👧".repeat(7);
        var card = card("{\"brand\": {\"name\": \"%s\"}}".formatted(name));

        assertThat(card.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(card.replace("\r\n ", "")).contains("FN:" + name + "\r\n");
    }

    private static String card(String settings) {
        return BusinessCard.of(JSON.readValue(settings, WidgetSettings.class));
    }
}
