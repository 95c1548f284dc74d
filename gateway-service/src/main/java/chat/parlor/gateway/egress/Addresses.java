package chat.parlor.gateway.egress;

import chat.parlor.gateway.proxies.Network;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Which addresses may be called: public ones, and those the operator named.
@Component
class Addresses {

    /// IPv4 that is not public: this host, private, shared, link-local, documentation, benchmarks, multicast, reserved.
    private static final List<Network> CLOSED = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3");
    /// All public IPv6 lies here.
    private static final Network GLOBAL = Network.of("2000::/3");
    /// But these: protocol assignments with Teredo, documentation, and tunnels that hide an IPv4 address.
    private static final List<Network> CLOSED_GLOBAL = networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private final List<Network> allowed;

    Addresses(EgressProperties properties) {
        this.allowed = properties.privateAddresses().stream().map(Network::of).toList();
    }

    /// Whether `address` may be called.
    boolean mayBeCalled(InetAddress address) {
        return isPublic(address) || allowed.stream().anyMatch(network -> network.contains(address));
    }

    private static boolean isPublic(InetAddress address) {
        return address instanceof Inet6Address
                ? GLOBAL.contains(address) && none(CLOSED_GLOBAL, address)
                : none(CLOSED, address);
    }

    private static boolean none(List<Network> networks, InetAddress address) {
        return networks.stream().noneMatch(network -> network.contains(address));
    }

    private static List<Network> networks(String... networks) {
        return Stream.of(networks).map(Network::of).toList();
    }
}
