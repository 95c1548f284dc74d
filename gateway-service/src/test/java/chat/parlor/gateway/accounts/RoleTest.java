package chat.parlor.gateway.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoleTest {

    @Test
    void rolesIncludeTheOnesBelow() {
        assertThat(Role.expanded(List.of("agent"))).containsExactly("agent");
        assertThat(Role.expanded(List.of("supervisor"))).containsExactly("agent", "supervisor");
        assertThat(Role.expanded(List.of("agent", "administrator")))
                .containsExactly("agent", "supervisor", "administrator");
    }

    @Test
    void unknownRolesAreNothing() {
        assertThat(Role.expanded(List.of("ADMINISTRATOR", "king"))).isEmpty();
    }
}
