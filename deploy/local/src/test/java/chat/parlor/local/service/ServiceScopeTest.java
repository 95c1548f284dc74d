package chat.parlor.local.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.mock.env.MockEnvironment;

class ServiceScopeTest {
    private static final String[] NAMES = {
        "org.springframework.cloud.gateway.config.GatewayAutoConfiguration", "org.springframework.boot.kafka.Something"
    };

    @Test
    void theGatewayKeepsWhatItBrought() {
        assertThat(match("gateway")).containsExactly(true, true);
    }

    @Test
    void othersDoNotGetIt() {
        assertThat(match("room")).containsExactly(false, true);
    }

    private static boolean[] match(String service) {
        var scope = new ServiceScope();
        scope.setEnvironment(new MockEnvironment().withProperty("parlor.service", service));
        return scope.match(NAMES, mock(AutoConfigurationMetadata.class));
    }
}
