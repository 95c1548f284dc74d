package chat.parlor.room.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.Contracts;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AccountChangedTest {

    @Test
    void everyExampleIsRead() {
        var accounts = Contracts.examples("gateway", "account.changed.v1").stream()
                .map(example -> new JsonMapper()
                        .readValue(example, AccountChanged.class)
                        .account())
                .toList();

        assertThat(accounts)
                .contains(
                        new Account(
                                "a_Kz4vB7tYhS0pXc2QmJr9Wg",
                                "Grace Hopper",
                                Set.of("supervisor", "administrator"),
                                false),
                        new Account("a_1", "A", Set.of("agent"), true));
    }

    @Test
    void whoIsDisabledCannotAnswer() {
        assertThat(new Account("a", "A", Set.of("agent"), true).canAnswer()).isFalse();
        assertThat(new Account("a", "A", Set.of(), false).canAnswer()).isFalse();
        assertThat(new Account("a", "A", Set.of("administrator"), false).canAnswer())
                .isTrue();
    }
}
