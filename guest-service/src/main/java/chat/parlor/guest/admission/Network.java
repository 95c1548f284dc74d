package chat.parlor.guest.admission;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Who shares a limit: an IPv4 address by itself, an IPv6 address with its /64, which one visitor owns whole.
final class Network {

    private static final int PREFIX_BYTES = 8;
    private static final String UNKNOWN = "unknown";

    private Network() {}

    static String of(@Nullable String address) {
        if (address == null || address.isBlank()) {
            return UNKNOWN;
        }
        try {
            return of(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException notAnAddress) {
            return UNKNOWN;
        }
    }

    private static String of(InetAddress address) {
        var bytes = address.getAddress();
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(bytes, PREFIX_BYTES)) + "/64"
                : address.getHostAddress();
    }
}
