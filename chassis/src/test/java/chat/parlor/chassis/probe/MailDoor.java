package chat.parlor.chassis.probe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/// The door of a mail server: leads to the real one, or misbehaves as mail servers do.
final class MailDoor implements AutoCloseable {

    /// How the next connections are met.
    enum Mood {
        OPEN,
        SHUT,
        SILENT,
        DRIPPING,
        REFUSING,
        BUSY,
        /// The mail is taken, and the line breaks before that is said.
        BREAKING
    }

    private final ServerSocket server;
    private final int behind;
    final AtomicInteger knocks = new AtomicInteger();
    volatile Mood mood = Mood.OPEN;

    MailDoor(int behind) {
        this.behind = behind;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return server.getLocalPort();
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                knocks.incrementAndGet();
                Thread.ofVirtual().start(() -> meet(socket, mood));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void meet(Socket socket, Mood now) {
        try (socket) {
            switch (now) {
                case OPEN -> through(socket, false);
                case BREAKING -> through(socket, true);
                case SHUT -> {}
                case SILENT -> socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                case DRIPPING -> drip(socket);
                case REFUSING -> refuse(socket, "550 no such mailbox");
                case BUSY -> refuse(socket, "451 try again later");
            }
        } catch (IOException ended) {
            // the other side has left
        }
    }

    private void through(Socket socket, boolean breaking) throws IOException {
        try (var real = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            Thread.ofVirtual().start(() -> copy(socket, real));
            var answers = lines(real);
            var taken = false;
            for (var line = answers.readLine(); line != null; line = answers.readLine()) {
                if (breaking && taken) {
                    return;
                }
                say(socket, line);
                taken = line.startsWith("354");
            }
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException ended) {
            // one side has left, and the other notices
        }
    }

    /// One more character whenever the other side could run out of patience, and never a whole line.
    private static void drip(Socket socket) throws IOException {
        socket.setSoTimeout(50);
        while (true) {
            socket.getOutputStream().write('2');
            try {
                if (socket.getInputStream().read() < 0) {
                    return;
                }
            } catch (SocketTimeoutException quiet) {
                // nothing was said, as was to be expected
            }
        }
    }

    private static void refuse(Socket socket, String answer) throws IOException {
        var commands = lines(socket);
        say(socket, "220 door");
        for (var line = commands.readLine(); line != null; line = commands.readLine()) {
            say(socket, line.startsWith("RCPT") ? answer : line.startsWith("QUIT") ? "221 bye" : "250 fine");
        }
    }

    private static BufferedReader lines(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
