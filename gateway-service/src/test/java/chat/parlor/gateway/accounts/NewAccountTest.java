package chat.parlor.gateway.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import chat.parlor.chassis.problem.Problems.FieldError;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewAccountTest {

    private static final String PASSWORD = "long enough";
    private static final List<@Nullable String> AGENT = List.of("agent");

    @ParameterizedTest
    @ValueSource(strings = {"ada@parlor.local", "a.b+c@sub.shop.test", "ädä@shop.test", "x@localhost"})
    void addressesAreTaken(String email) {
        assertThatCode(() -> new NewAccount("Ada", email, PASSWORD, AGENT).checked())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ada", "@shop.test", "ada@", "a b@shop.test", "a@b@c", "a@shop.test\r\nBcc: x@y.z", "<a@b.c>"
            })
    void whatIsNoAddressIsRefused(String email) {
        assertThat(refused(new NewAccount("Ada", email, PASSWORD, AGENT))).containsExactly("email");
    }

    @Test
    void lengthsAreHeldExactly() {
        assertThatCode(() -> new NewAccount("x".repeat(80), "a@b.c", "x".repeat(8), AGENT).checked())
                .doesNotThrowAnyException();
        assertThatCode(() -> new NewAccount("😀".repeat(80), "a@b.c", "x".repeat(200), AGENT).checked())
                .doesNotThrowAnyException();
        assertThat(refused(new NewAccount("x".repeat(81), "a@b.c", "x".repeat(7), AGENT)))
                .containsExactly("name", "password");
        assertThat(refused(new NewAccount("x", "a".repeat(64) + "@" + "b".repeat(190), "x".repeat(201), AGENT)))
                .containsExactly("email", "password");
    }

    @Test
    void namesThatCannotBeSeenOrTurnTextAroundAreRefused() {
        for (var name : List.of("a\u0000b", "a\u202eb", "a\nb", "\u200b", "\u001b[31mred")) {
            assertThat(refused(new NewAccount(name, "a@b.c", PASSWORD, AGENT))).containsExactly("name");
        }
    }

    @Test
    void halvesOfCharactersAreRefused() {
        assertThat(refused(new NewAccount("a\ud800", "\udc00a@b.c", PASSWORD + "\ud800", AGENT)))
                .containsExactly("name", "email", "password");
    }

    @Test
    void rolesMustBeKnown() {
        assertThat(refused(new NewAccount("Ada", "a@b.c", PASSWORD, List.of()))).containsExactly("roles");
        assertThat(refused(new NewAccount("Ada", "a@b.c", PASSWORD, List.of("agent", "root"))))
                .containsExactly("roles");
        assertThat(new NewAccount("Ada", "a@b.c", PASSWORD, List.of("agent", "agent"))
                        .checked()
                        .roles())
                .containsExactly("agent");
    }

    @Test
    void everythingMissingIsNamed() {
        assertThat(refused(new NewAccount(null, null, null, null)))
                .containsExactly("name", "email", "password", "roles");
    }

    private static List<String> refused(NewAccount account) {
        var refusal = Assertions.catchThrowableOfType(AccountRefusal.Invalid.class, account::checked);
        return refusal == null
                ? List.of()
                : refusal.errors().stream().map(FieldError::field).toList();
    }
}
