package chat.parlor.local.broker;

/// An address of the broker for clients that cannot reach it directly, but through a proxy or another network.
///
/// @param port where the broker listens on 127.0.0.1
/// @param front the port on 127.0.0.1 these clients are told to connect to
record SideDoor(int port, int front) {
    /// Reads `PORT:FRONT`.
    static SideDoor parse(String text) {
        var ports = text.split(":", 2);
        if (ports.length != 2) {
            throw new IllegalArgumentException("side door: " + text + " (expected: PORT:FRONT)");
        }
        return new SideDoor(Integer.parseInt(ports[0]), Integer.parseInt(ports[1]));
    }

    String listener() {
        return name() + "://127.0.0.1:" + port;
    }

    String advertised() {
        return name() + "://127.0.0.1:" + front;
    }

    String protocol() {
        return name() + ":PLAINTEXT";
    }

    private String name() {
        return "SIDE" + port;
    }
}
