package chat.parlor.local.folder;

import chat.parlor.local.refusal.Refused;
import chat.parlor.local.refusal.Refused.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/// Which part listens where. Inner parts take any free port once and keep it as long as it stays free.
public final class Ports {
    /// Below the ports that the system gives to outgoing connections, so that none of them gets in between.
    private static final int FIRST = 20_000;

    private static final int COUNT = 10_000;
    private static final int ATTEMPTS = 200;

    private final Path file;
    private final Map<String, Integer> known;

    private Ports(Path file, Map<String, Integer> known) {
        this.file = file;
        this.known = known;
    }

    /// The ports a data folder remembers.
    public static Ports load(DataFolder folder) {
        var file = folder.run().resolve("ports");
        var known = new TreeMap<String, Integer>();
        try {
            if (Files.exists(file)) {
                Files.readString(file).lines().forEach(line -> read(line, known));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Ports(file, known);
    }

    private static void read(String line, Map<String, Integer> known) {
        var parts = line.split("=", 2);
        if (parts.length == 2 && parts[1].matches("[0-9]{1,5}")) {
            known.put(parts[0], Integer.parseInt(parts[1]));
        }
    }

    /// The port of a part.
    ///
    /// @throws IllegalStateException when it has none yet
    public int of(String name) {
        var port = known.get(name);
        if (port == null) {
            throw new IllegalStateException("no port for " + name);
        }
        return port;
    }

    /// Whether a part has a port.
    public boolean has(String name) {
        return known.containsKey(name);
    }

    /// Gives a part this very port.
    public void set(String name, int port) {
        known.put(name, port);
        save();
    }

    /// Gives a part a port that is free now: the one it had, if it still is.
    public void ensureFree(String name) {
        var old = known.get(name);
        if (old == null || !isFree(old, loopback())) {
            set(name, anyFree());
        }
    }

    /// Makes sure that nobody else listens on a port of all interfaces.
    ///
    /// @throws Refused naming who does, where that can be found out
    public static void requireFree(int port) {
        try {
            bind(port, new InetSocketAddress(0).getAddress());
        } catch (IOException taken) {
            throw new Refused(Reason.PORT_IN_USE, why(port, String.valueOf(taken.getMessage())));
        }
    }

    private static String why(int port, String problem) {
        if (problem.startsWith("Permission denied")) {
            return "port " + port + " needs more rights than this user has; choose another with --port N";
        }
        var owner = PortOwner.find(port).map(name -> " by " + name).orElse("");
        return "port " + port + " is in use" + owner + "; stop it or choose another with --port N";
    }

    private int anyFree() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var port = FIRST + ThreadLocalRandom.current().nextInt(COUNT);
            if (!known.containsValue(port) && isFree(port, loopback())) {
                return port;
            }
        }
        throw new Refused(Reason.PORT_IN_USE, "found no free port from " + FIRST + " to " + (FIRST + COUNT - 1));
    }

    private void save() {
        var text = new StringBuilder();
        known.forEach((name, port) -> text.append(name).append('=').append(port).append('\n'));
        try {
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isFree(int port, InetAddress address) {
        try {
            bind(port, address);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static void bind(int port, InetAddress address) throws IOException {
        try (var socket = new ServerSocket()) {
            // as servers do: ports whose last connections are only fading away count as free
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        }
    }

    private static InetAddress loopback() {
        return InetAddress.getLoopbackAddress();
    }
}
