package chat.parlor.gateway.neighbours;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A client that speaks WebSocket by hand, rightly or wrongly.
public final class RawSocket implements Closeable {

    private static final int PATIENCE_MS = 60_000;
    /// So little lies in the kernel of a client that does not read.
    private static final int RECEIVED_BYTES = 64 * 1024;
    private static final int CLOSE = 0x88;
    private static final int TEXT = 0x81;
    private static final byte[] MASK = {1, 2, 3, 4};

    private final Socket socket;
    private final DataInputStream in;
    private final int status;

    private RawSocket(String from, int port, String headers) throws IOException {
        this.socket = new Socket();
        this.socket.setReceiveBufferSize(RECEIVED_BYTES);
        this.socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
        this.socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
        this.socket.setSoTimeout(PATIENCE_MS);
        this.in = new DataInputStream(socket.getInputStream());
        write(("GET /ws HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        this.status = Integer.parseInt(line().split(" ", -1)[1]);
        while (!line().isEmpty()) {
            // headers are not looked at
        }
    }

    /// Asks for a socket with one more header, or none when it is empty.
    public static RawSocket connect(int port, String header) throws IOException {
        var more = header.isEmpty() ? "" : header + "\r\n";
        return new RawSocket("127.0.0.1", port, "Sec-WebSocket-Version: 13\r\n" + more);
    }

    /// Asks for another version of the protocol.
    public static RawSocket connectVersion(int port, int version) throws IOException {
        return new RawSocket("127.0.0.1", port, "Sec-WebSocket-Version: " + version + "\r\n");
    }

    /// Asks from another address of this machine.
    public static RawSocket connectFrom(String address, int port) throws IOException {
        return new RawSocket(address, port, "Sec-WebSocket-Version: 13\r\n");
    }

    public int status() {
        return status;
    }

    public void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /// Sends a short masked frame with that first byte.
    public void frame(int first, byte[] payload) throws IOException {
        write(masked(first, payload));
    }

    public static byte[] masked(int first, String payload) {
        return masked(first, payload.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] masked(int first, byte[] payload) {
        var frame = new ByteArrayOutputStream();
        frame.write(first);
        frame.write(0x80 | payload.length);
        frame.writeBytes(MASK);
        for (var i = 0; i < payload.length; i++) {
            frame.write(payload[i] ^ MASK[i % MASK.length]);
        }
        return frame.toByteArray();
    }

    /// The next text.
    public String text() throws IOException {
        return new String(next(TEXT), StandardCharsets.UTF_8);
    }

    /// The code with which the gateway closes.
    public int closeCode() throws IOException {
        var payload = next(CLOSE);
        return ByteBuffer.wrap(payload).getChar();
    }

    private byte[] next(int wanted) throws IOException {
        while (true) {
            var first = in.readUnsignedByte();
            var length = in.readUnsignedByte();
            if (length == 126) {
                length = in.readUnsignedShort();
            }
            var payload = in.readNBytes(length);
            if (first == wanted) {
                return payload;
            }
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
