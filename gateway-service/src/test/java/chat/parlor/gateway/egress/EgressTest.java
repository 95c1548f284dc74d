package chat.parlor.gateway.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class EgressTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress INSIDE = InetAddress.ofLiteral("127.0.0.2");

    private final AtomicInteger called = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final DisposableServer server = HttpServer.create()
            .host("0.0.0.0")
            .port(0)
            .route(routes -> routes.post("/moved", (request, response) -> {
                        called.incrementAndGet();
                        return response.sendRedirect("/hook");
                    })
                    .post("/silent", (request, response) -> Mono.never())
                    .post(
                            "/endless",
                            (request, response) -> response.sendString(
                                    Flux.interval(Duration.ofMillis(10)).map(tick -> "x".repeat(10_000))))
                    .post("/hook", (request, response) -> {
                        called.incrementAndGet();
                        return response.status(204).send();
                    }))
            .bindNow();

    @AfterEach
    void stop() {
        server.disposeNow(PATIENCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "169.254.169.254",
                "172.31.255.255",
                "192.0.2.1",
                "192.168.1.1",
                "198.19.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fd00::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2001:db8::1",
                "2002:a00:1::1",
                "2001::1"
            })
    void addressesThatAreNotPublicAreClosed(String address) {
        assertThat(addresses(List.of()).mayBeCalled(InetAddress.ofLiteral(address)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "93.184.216.34", "172.32.0.1", "2606:4700::1111"})
    void publicAddressesAreOpen(String address) {
        assertThat(addresses(List.of()).mayBeCalled(InetAddress.ofLiteral(address)))
                .isTrue();
    }

    @Test
    void privateAddressesAreOpenWhenTheOperatorNamesThem() {
        var some = addresses(List.of("10.1.0.0/16"));

        assertThat(some.mayBeCalled(InetAddress.ofLiteral("10.1.2.3"))).isTrue();
        assertThat(some.mayBeCalled(InetAddress.ofLiteral("10.2.2.3"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ftp://a.example",
                "http://a.example",
                "https://",
                "https://u:p@a.example",
                "https://a.example/#x",
                "https://10.0.0.1/",
                "https://[::1]/",
                "https://127.0.0.1:8080/",
                "javascript:alert(1)",
                "https://a b/"
            })
    void addressesThatCannotBeRightAreRefusedBeforeTheyAreCalled(String url) {
        assertThat(egress(false, List.of(), List.of(HERE)).fault(url)).isPresent();
        assertThat(egress(false, List.of(), List.of(HERE)).fault("https://hooks.example:8443/a?b=c"))
                .isEmpty();
    }

    @Test
    void callGoesWhereTheNameLeadsAndIsAskedOnce() {
        assertThat(post(egress(true, List.of("127.0.0.1"), List.of(HERE)), "/hook"))
                .isEqualTo(new Outcome(204, null));
        assertThat(asked).hasValue(1);
    }

    @Test
    void nameThatLeadsInsideIsRefusedWithoutACall() {
        assertThat(post(egress(true, List.of("127.0.0.1"), List.of(INSIDE)), "/hook"))
                .isEqualTo(new Outcome(null, "refused-address"));
        assertThat(called).hasValue(0);
    }

    /// The name says something else each time it is asked. A look before the call would see the good address, and the
    /// call
    /// would go to the bad one.
    @Test
    void nameThatChangesItsMindReachesNothingInside() {
        var egress = egress(true, List.of("127.0.0.1"), List.of(HERE, INSIDE));

        assertThat(post(egress, "/hook").isSuccess()).isTrue();
        assertThat(post(egress, "/hook")).isEqualTo(new Outcome(null, "refused-address"));

        assertThat(called).hasValue(1);
        assertThat(asked).hasValue(2);
    }

    @Test
    void redirectionsAreNotFollowed() {
        var outcome = post(egress(true, List.of("127.0.0.1"), List.of(HERE)), "/moved");

        assertThat(outcome.status()).isEqualTo(302);
        assertThat(outcome.isSuccess()).isFalse();
        assertThat(called).hasValue(1);
    }

    @Test
    void answersWithoutAnEndAreNotReadAndSilenceHasOne() {
        var egress = egress(true, List.of("127.0.0.1"), List.of(HERE));

        assertThat(post(egress, "/endless").status()).isEqualTo(200);
        assertThat(post(egress, "/silent")).isEqualTo(new Outcome(null, "timeout"));
    }

    private Outcome post(Egress egress, String path) {
        return Objects.requireNonNull(egress.post("http://hooks.test:" + server.port() + path, Map.of(), "{}")
                .block(PATIENCE));
    }

    private static Addresses addresses(List<String> allowed) {
        return new Addresses(properties(false, allowed));
    }

    private Egress egress(boolean http, List<String> allowed, List<InetAddress> answers) {
        var properties = properties(http, allowed);
        var addresses = new Addresses(properties);
        Names names = host -> List.of(answers.get(asked.getAndIncrement() % answers.size()));
        return new Egress(properties, addresses, new GuardedResolver(names, addresses));
    }

    private static EgressProperties properties(boolean http, List<String> allowed) {
        return new EgressProperties(http, allowed, Duration.ofSeconds(5), Duration.ofSeconds(2));
    }
}
