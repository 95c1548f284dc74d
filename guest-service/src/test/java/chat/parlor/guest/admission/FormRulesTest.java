package chat.parlor.guest.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.guest.settings.Ask;
import chat.parlor.guest.settings.Form;
import jakarta.validation.Validation;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.mock.env.MockEnvironment;

class FormRulesTest {

    private final FormRules rules = rules(new MockEnvironment());

    @Test
    void aFullFormIsInOrder() {
        assertThat(refused(form("Ada", "ada@example.com", "+49 (30) 123-456", "Hello")))
                .isEmpty();
    }

    @Test
    void everyRefusedFieldIsNamedOnceInTheOrderOfTheForm() {
        var long300 = "x".repeat(300);

        assertThat(refused(form(" ", long300, "call me", "a\u0000b")))
                .containsExactly("name", "email", "phone", "message");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "\u200B\u200D", "a\nb", "a\r\nSet-Cookie: x", "\u001B[31mred", "a\u202Eb", "a\uD800"})
    void aNameMustBeOneVisibleLine(String name) {
        assertThat(refused(form(name, "a@example.com", null, null))).containsExactly("name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "محمد",
                "👨‍👩‍👧‍👦",
                "<b>Ada</b>",
                "Robert'); drop table guest;--",
                "O’Neill-Źółć",
                "{{7*7}}"
            })
    void aNameIsAnyText(String name) {
        var form = form(name, "a@example.com", null, null);

        assertThat(refused(form)).isEmpty();
        assertThat(form.name()).isEqualTo(name);
    }

    @Test
    void lengthsEndWhereTheyAreSaidTo() {
        assertThat(refused(form("n".repeat(80), "a@example.com", "1".repeat(32), "m".repeat(10_000))))
                .isEmpty();
        assertThat(refused(form("n".repeat(81), "a@example.com", "1".repeat(33), "m".repeat(10_001))))
                .containsExactly("name", "phone", "message");
        assertThat(refused(form("n", emailOf(254), null, null))).isEmpty();
        assertThat(refused(form("n", emailOf(255), null, null))).containsExactly("email");
    }

    @Test
    void lengthsAreConfiguration() {
        var shorter = rules(new MockEnvironment()
                .withProperty("parlor.guest.form.name-characters", "3")
                .withProperty("parlor.guest.form.message-characters", "5"));

        assertThat(shorter.errors(form("Ada", "ada@example.com", null, "Hello"), Form.standard()))
                .isEmpty();
        assertThat(shorter.errors(form("Adah", "ada@example.com", null, "Hello!"), Form.standard()))
                .containsExactly(
                        new FieldError("name", "Please use 3 characters at most."),
                        new FieldError("message", "Please use 5 characters at most."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "ada@",
                "@example.com",
                "ada@example",
                "ada@example.",
                "a b@example.com",
                "ada@exa mple.com",
                "ada@example.com\nbcc:x@example.com",
                "\"a\u0007\"@example.com",
                "ada@example.com, eve@example.com",
                "<ada@example.com>"
            })
    void whatIsNoAddressIsRefused(String email) {
        assertThat(refused(form("Ada", email, null, null))).containsExactly("email");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.com",
                " ada@example.com ",
                "ada.l+chat@mail.example.co.uk",
                "ada@bücher.example",
                "o'neill@example.com",
                "ada@example.test"
            })
    void anAddressIsAccepted(String email) {
        assertThat(refused(form("Ada", email, null, null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "a@", "@.", " ", "a.b@"})
    void theLongestNonsenseIsRefusedAtOnce(String nonsense) {
        // so long that time which grows with the square of the length is hours, and the limit may be generous
        var longest = nonsense.repeat(2_000_000 / nonsense.length()) + "\u0000";

        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertThat(refused(form(longest, longest, longest, longest)))
                        .isNotEmpty());
    }

    @Test
    void theSettingsSayWhatMayBeLeftOut() {
        var nothing = form("Ada", null, null, null);

        assertThat(refused(nothing)).containsExactly("email");
        assertThat(refused(nothing, new Form(Ask.OPTIONAL, Ask.OPTIONAL, Ask.OPTIONAL)))
                .isEmpty();
        assertThat(refused(nothing, new Form(Ask.REQUIRED, Ask.REQUIRED, Ask.REQUIRED)))
                .containsExactly("email", "phone", "message");
    }

    @Test
    void whatIsNotAskedForIsNotKept() {
        var form = form("Ada", "not an address", "1", "Hi").without(new Form(Ask.OFF, Ask.OFF, Ask.OFF));

        assertThat(form).isEqualTo(form("Ada", null, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "ftp://example.com", "https://exa mple.com", "about:blank", ""})
    void aPageThatIsNoWebPageIsDropped(String page) {
        assertThat(new GuestForm("Ada", null, null, null, page, null).page()).isNull();
    }

    private static FormRules rules(MockEnvironment environment) {
        var binder =
                new Binder(ConfigurationPropertySources.get(environment), null, new ApplicationConversionService());
        var limits = binder.bindOrCreate("parlor.guest.form", FormLimits.class);
        return new FormRules(Validation.buildDefaultValidatorFactory().getValidator(), limits);
    }

    private List<String> refused(GuestForm form) {
        return refused(form, Form.standard());
    }

    private List<String> refused(GuestForm form, Form asked) {
        return rules.errors(form, asked).stream().map(FieldError::field).toList();
    }

    private static GuestForm form(
            @Nullable String name, @Nullable String email, @Nullable String phone, @Nullable String message) {
        return new GuestForm(name, email, phone, message, "https://example.com/pricing?x=1", "en");
    }

    /// An address of exactly this many characters, within the limits of its parts.
    private static String emailOf(int length) {
        var domain = ("d".repeat(60) + ".").repeat(3) + "example.com";
        return "l".repeat(length - domain.length() - 1) + "@" + domain;
    }
}
