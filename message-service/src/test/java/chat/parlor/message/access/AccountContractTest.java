package chat.parlor.message.access;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.Contracts;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class AccountContractTest {

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void accountsAreUnderstood() {
        for (var example : Contracts.examples("gateway", "account.changed.v1")) {
            assertThat(json.readValue(example, AccessNews.Account.class).id()).startsWith("a_");
        }
    }

    @Test
    void supervisorsAndAdministratorsSuperviseUntilDisabled() {
        assertThat(new AccessNews.Account("a_1", Set.of("agent"), false).isSupervisor())
                .isFalse();
        assertThat(new AccessNews.Account("a_1", Set.of("supervisor"), false).isSupervisor())
                .isTrue();
        assertThat(new AccessNews.Account("a_1", Set.of("administrator"), false).isSupervisor())
                .isTrue();
        assertThat(new AccessNews.Account("a_1", Set.of("supervisor"), true).isSupervisor())
                .isFalse();
    }
}
