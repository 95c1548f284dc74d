package chat.parlor.drills.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Passes bytes from a port on 127.0.0.1 to another, until it is told to hold everything back: then both sides hear
/// nothing, as from a network that lost its way, and connections stay open.
public final class TcpProxy implements AutoCloseable {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final int BUFFER = 16_384;
    private static final int BACKLOG = 200;

    private final ServerSocket server;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Object gate = new Object();
    /// Whether nothing passes at present.
    private boolean held;

    private TcpProxy(ServerSocket server, int target) {
        this.server = server;
        this.target = target;
    }

    /// Begins to pass on, from a port of its own.
    public static TcpProxy to(int target) {
        return between(0, target);
    }

    /// Begins to pass on from a certain port.
    public static TcpProxy between(int port, int target) {
        try {
            var proxy = new TcpProxy(new ServerSocket(port, BACKLOG, LOOPBACK), target);
            Thread.ofVirtual().start(proxy::accept);
            return proxy;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Where to connect to.
    public int port() {
        return server.getLocalPort();
    }

    /// The port it passes on to.
    public int target() {
        return target;
    }

    /// Lets nothing pass any more; nobody is told.
    public void hold() {
        synchronized (gate) {
            held = true;
        }
    }

    /// Lets everything pass again, also what was held back.
    public void release() {
        synchronized (gate) {
            held = false;
            gate.notifyAll();
        }
    }

    /// Cuts every connection.
    public void cut() {
        open.forEach(TcpProxy::close);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var here = server.accept();
                Thread.ofVirtual().start(() -> join(here));
            } catch (IOException closing) {
                return;
            }
        }
    }

    private void join(Socket here) {
        open.add(here);
        try {
            awaitGate();
            var there = new Socket(LOOPBACK, target);
            open.add(there);
            there.setTcpNoDelay(true);
            here.setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> pass(there, here));
            pass(here, there);
        } catch (IOException nobodyThere) {
            close(here);
        }
    }

    private void pass(Socket from, Socket to) {
        var buffer = new byte[BUFFER];
        try {
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                awaitGate();
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException over) {
            // either side has gone; the other is told below
        }
        awaitGate();
        open.remove(from);
        close(from);
        close(to);
    }

    private void awaitGate() {
        synchronized (gate) {
            while (held) {
                try {
                    gate.wait();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw new Unexpected("interrupted");
                }
            }
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // nothing to keep
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException alreadyGone) {
            // nothing to keep
        }
        release();
        cut();
    }
}
