package chat.parlor.chassis.test;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// Ports for servers that must know theirs before they listen. They lie below those that the system gives to outgoing
/// connections and to whoever does not mind, so that none of these gets in between.
final class FreePorts {

    private static final int FIRST = 10_000;
    private static final int COUNT = 10_000;
    private static final int ATTEMPTS = 200;

    private FreePorts() {}

    static int next() {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var port = FIRST + ThreadLocalRandom.current().nextInt(COUNT);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("found no free port from " + FIRST + " to " + (FIRST + COUNT - 1));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
