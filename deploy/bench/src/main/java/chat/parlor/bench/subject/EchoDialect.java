package chat.parlor.bench.subject;

import static chat.parlor.bench.wire.Scan.bytes;

import chat.parlor.bench.wire.Dialect;
import chat.parlor.bench.wire.Hearing;
import chat.parlor.bench.wire.Position;
import chat.parlor.bench.wire.Scan;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.List;

/// What the [EchoServer] says: `h` hello, `o` open, `s` send, each with what belongs to it; back come `h`, `o`, `a` for
/// the sender and `d` for everyone in the room.
final class EchoDialect implements Dialect {
    private static final byte[] DELIVERED = bytes("d");
    private static final byte[] ACK = bytes("a");
    private static final byte[] HELLO = bytes("h");
    private static final byte[] OPENED = bytes("o");
    private static final String TEXT =
            "How long does it take until this, which is about as long as people write, is there?";

    @Override
    public String path() {
        return "/ws";
    }

    @Override
    public String subprotocol() {
        return "";
    }

    @Override
    public List<String> hello(String token) {
        return List.of("h");
    }

    @Override
    public String open(String token, String room, Position after) {
        return "o" + room;
    }

    @Override
    public void send(ByteBuf out, String room, long number) {
        ByteBufUtil.writeAscii(out, "s" + room + " \"id\":\"m-" + number + "\" " + TEXT);
    }

    @Override
    public void hear(Scan frame, Hearing hearing) {
        if (frame.startsWith(DELIVERED)) {
            frame.messages(hearing::delivered);
        } else if (frame.startsWith(ACK)) {
            frame.messages(hearing::acknowledged);
        } else if (frame.startsWith(HELLO)) {
            hearing.ready();
        } else if (frame.startsWith(OPENED)) {
            hearing.opened();
        }
    }
}
