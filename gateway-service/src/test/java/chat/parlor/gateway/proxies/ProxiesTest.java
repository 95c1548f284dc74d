package chat.parlor.gateway.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class ProxiesTest {

    private static final Proxies PROXIES = new Proxies(new ProxyProperties(List.of("10.0.0.0/8", "::1")));

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, '', 203.0.113.9",
        "203.0.113.9, 6.6.6.6, 203.0.113.9",
        "10.0.0.1, '', 10.0.0.1",
        "10.0.0.1, 203.0.113.9, 203.0.113.9",
        "10.0.0.1, '6.6.6.6, 203.0.113.9', 203.0.113.9",
        "10.0.0.1, '6.6.6.6, 203.0.113.9, 10.9.9.9', 203.0.113.9",
        "10.0.0.1, 'evil.test', 10.0.0.1",
        "10.0.0.1, '203.0.113.9, not an address', 10.0.0.1",
    })
    void addressIsTheNearestThatIsNotATrustedProxy(String remote, String forwarded, String expected) {
        var request = MockServerHttpRequest.get("/").remoteAddress(new InetSocketAddress(remote, 1));
        if (!forwarded.isEmpty()) {
            request.header("X-Forwarded-For", forwarded);
        }

        assertThat(PROXIES.address(request.build())).isEqualTo(expected);
    }

    @Test
    void severalHeadersAreOneList() {
        var request = MockServerHttpRequest.get("/")
                .remoteAddress(new InetSocketAddress("10.0.0.1", 1))
                .header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-For", "203.0.113.9")
                .build();

        assertThat(PROXIES.address(request)).isEqualTo("203.0.113.9");
    }

    @Test
    void onlyTrustedProxiesSayThatAClientSpeaksTls() {
        var request = MockServerHttpRequest.get("http://chat.test/").header("X-Forwarded-Proto", "https");

        assertThat(PROXIES.secure(request.remoteAddress(new InetSocketAddress("10.0.0.1", 1))
                        .build()))
                .isTrue();
        assertThat(PROXIES.secure(request.remoteAddress(new InetSocketAddress("203.0.113.9", 1))
                        .build()))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.0.1, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "192.168.1.128/25, 192.168.1.127, false",
        "192.168.1.128/25, 192.168.1.129, true",
        "::1, 0:0:0:0:0:0:0:1, true",
        "0.0.0.0/0, 1.2.3.4, true",
        "0.0.0.0/0, ::1, false",
    })
    void networkHoldsItsAddresses(String network, String address, boolean holds) {
        var literal = Network.address(address);

        assertThat(literal != null && Network.of(network).contains(literal)).isEqualTo(holds);
    }
}
