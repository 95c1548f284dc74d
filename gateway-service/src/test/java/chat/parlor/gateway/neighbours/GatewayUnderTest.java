package chat.parlor.gateway.neighbours;

import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.test.TestTopics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A gateway among its neighbours, which reads its topics before a test begins, and the sockets a test opens on it.
@Import(Neighbours.class)
public abstract class GatewayUnderTest {

    protected static final String ADA = "a_ada";
    protected static final String BEN = "a_ben";
    protected static final String GRACE = "g_grace";

    @LocalServerPort
    protected int port;

    @Autowired
    protected TestTopics topics;

    @Autowired
    protected MeterRegistry meters;

    @Autowired
    HealthIndicator loopsHealthIndicator;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<TestSocket> sockets = new ArrayList<>();

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        Neighbours.addTo(registry);
    }

    /// Every test has its own hour, so that none begins in the windows of the one before.
    @BeforeEach
    void begin() {
        Neighbours.CLOCK.advance(Duration.ofHours(1));
        await().atMost(PATIENCE).until(this::ready);
    }

    private boolean ready() {
        return Status.UP.equals(
                Objects.requireNonNull(loopsHealthIndicator.health()).getStatus());
    }

    @AfterEach
    void hangUp() {
        Neighbours.TIMELINES.away(false);
        Neighbours.TIMELINES.mute(false);
        Neighbours.TIMELINES.delay(Duration.ZERO);
        Neighbours.TIMELINES.release();
        sockets.forEach(TestSocket::close);
        await().atMost(PATIENCE).until(this::empty);
    }

    /// Whether the gateway has noticed that all have gone: they would count among those of the next test.
    private boolean empty() {
        return meters.get("parlor.sockets.open").gauge().value() == 0;
    }

    /// A welcomed client.
    protected TestSocket as(String token) {
        return keep(TestSocket.as(port, token));
    }

    /// A client that has said nothing yet; `headers` come in pairs.
    protected TestSocket connect(String... headers) {
        return keep(TestSocket.connect(port, headers));
    }

    protected TestSocket keep(TestSocket socket) {
        sockets.add(socket);
        return socket;
    }
}
