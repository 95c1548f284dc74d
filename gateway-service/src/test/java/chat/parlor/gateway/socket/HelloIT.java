package chat.parlor.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.gateway.neighbours.GatewayUnderTest;
import org.junit.jupiter.api.Test;

/// A gateway so impatient that nobody could be sure to say hello in time.
@ServiceIT({"spring.config.name=gateway-service", "parlor.gateway.socket.hello-timeout=200ms"})
class HelloIT extends GatewayUnderTest {

    @Test
    void silenceInsteadOfHelloIsClosedWith4408() {
        assertThat(connect().closeCode()).isEqualTo(4408);
    }
}
