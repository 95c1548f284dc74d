package chat.parlor.gateway.proxies;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/// A range of addresses, like `10.0.0.0/8`, or a single one.
public record Network(InetAddress base, int bits) {

    /// Reads a range; fails when it is not one. Never resolves a name.
    public static Network of(String text) {
        var slash = text.indexOf('/');
        var address = address(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            throw new IllegalArgumentException("network: " + text + " (expected: address or address/bits)");
        }
        var most = address.getAddress().length * Byte.SIZE;
        var bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException("network: " + text + " (expected: 0 to " + most + " bits)");
        }
        return new Network(address, bits);
    }

    /// The address of a literal; null when it is not one. Never resolves a name.
    static @Nullable InetAddress address(String text) {
        try {
            return InetAddress.ofLiteral(text.strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    public boolean contains(InetAddress address) {
        var mine = base.getAddress();
        var other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (var bit = 0; bit < bits; bit++) {
            var mask = 0x80 >> (bit % Byte.SIZE);
            if (((mine[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
