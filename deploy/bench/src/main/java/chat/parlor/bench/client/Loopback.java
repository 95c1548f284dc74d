package chat.parlor.bench.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// Another address of this machine for each run, so that one run does not use up what another address is allowed.
final class Loopback {
    private Loopback() {}

    /// An address to call a Parlor on this machine from; empty where there is only one, or the Parlor is elsewhere.
    static Optional<InetAddress> addressFor(String url) {
        var host = String.valueOf(URI.create(url).getHost());
        var here = host.equals("localhost") || host.startsWith("127.");
        if (!here || !System.getProperty("os.name", "").startsWith("Linux")) {
            return Optional.empty();
        }
        var random = ThreadLocalRandom.current();
        try {
            return Optional.of(InetAddress.getByAddress(
                    new byte[] {127, (byte) random.nextInt(1, 255), (byte) random.nextInt(256), 7}));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
