package chat.parlor.room.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chat.parlor.chassis.problem.Problems.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkPatternTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://crm.example/customers/{id}",
                "HTTPS://crm.example:8443/{id}?from=parlor#{id}",
                "https://crm.example?record={id}",
                "https://[2001:db8::1]/r/{id}",
            })
    void anHttpsAddressWithAPlaceForTheIdIsAPattern(String text) {
        assertThat(LinkPattern.flaw(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://crm.example/{id}",
                "javascript:alert('{id}')",
                "//crm.example/{id}",
                "https://crm.example/customers",
                "https://{id}.example/",
                "https://{id}/",
                "https://crm.example{id}/a",
                "https://user:secret@crm.example/{id}",
                "https:///{id}",
                "https:///{id}/{id}",
                "https://crm.example/{id}/{name}",
                "https://crm.example/a b/{id}",
                "https://crm.example/\n{id}",
                "https://crm.example/<{id}>",
            })
    void anythingElseIsRefused(String text) {
        assertThat(LinkPattern.flaw(text)).isPresent();
    }

    @Test
    void aPatternHasABound() {
        var start = "https://crm.example/{id}/";
        assertThat(LinkPattern.flaw(start + "x".repeat(LinkPattern.MOST_CHARACTERS - start.length())))
                .isEmpty();
        assertThat(LinkPattern.flaw(start + "x".repeat(LinkPattern.MOST_CHARACTERS - start.length() + 1)))
                .isPresent();
    }

    @Test
    void nothingInAnIdChangesWhatTheAddressMeans() {
        var pattern = new LinkPattern("https://crm.example/c/{id}?of={id}");

        assertThat(pattern.address("a/../b?x=1&y#z %é{id}\""))
                .isEqualTo("https://crm.example/c/a%2F..%2Fb%3Fx%3D1%26y%23z%20%25%C3%A9%7Bid%7D%22"
                        + "?of=a%2F..%2Fb%3Fx%3D1%26y%23z%20%25%C3%A9%7Bid%7D%22");
    }

    @Test
    void aLinkIsCalledByItsIdWhenItHasNoLabel() {
        assertThat(RecordLink.wanted(LinkKind.LEAD, " 4711 ", " "))
                .isEqualTo(new RecordLink(LinkKind.LEAD, "4711", "4711"));
        assertThat(RecordLink.wanted(LinkKind.LEAD, "4711", " Big deal ").label())
                .isEqualTo("Big deal");
    }

    @Test
    void idsAndLabelsHaveBounds() {
        assertThat(refused("x".repeat(RecordLink.LABEL_CHARACTERS), null)).isEmpty();
        assertThat(refused("x".repeat(RecordLink.RECORD_CHARACTERS), "a label")).isEmpty();
        assertThat(refused("x".repeat(RecordLink.RECORD_CHARACTERS + 1), "a label"))
                .containsExactly("id");
        assertThat(refused("4711", "x".repeat(RecordLink.LABEL_CHARACTERS + 1))).containsExactly("label");
        assertThat(refused(null, "a label")).containsExactly("id");
        for (var id : List.of("", " ", ".", "..", "a\0", "a\nb", "\ud800")) {
            assertThat(refused(id, "a label")).containsExactly("id");
        }
    }

    private static List<String> refused(@Nullable String id, @Nullable String label) {
        var refusal =
                catchThrowableOfType(LinkRefusal.Invalid.class, () -> RecordLink.wanted(LinkKind.CUSTOMER, id, label));
        return refusal == null
                ? List.of()
                : refusal.errors().stream().map(FieldError::field).toList();
    }
}
