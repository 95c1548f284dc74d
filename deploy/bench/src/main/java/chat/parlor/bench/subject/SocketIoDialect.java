package chat.parlor.bench.subject;

import static chat.parlor.bench.wire.Scan.bytes;

import chat.parlor.bench.wire.Dialect;
import chat.parlor.bench.wire.Hearing;
import chat.parlor.bench.wire.Position;
import chat.parlor.bench.wire.Scan;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.List;

/// Engine.IO 4 and Socket.IO 5 on a websocket: `2` ping, `40` connect, `42` event, `43` acknowledgement.
final class SocketIoDialect implements Dialect {
    private static final byte[] SENT = bytes("42[\"message\"");
    private static final byte[] ACK = bytes("43");
    private static final byte[] PING = bytes("2");
    private static final byte[] CONNECTED = bytes("40");
    private static final byte[] DISCONNECTED = bytes("41");
    private static final byte[] REFUSED = bytes("44");
    private static final byte[] EVENT = bytes("42");
    private static final byte[] HEAD = bytes("\"head\":");
    private static final byte[] SEQ = bytes("\"seq\":");
    private static final byte[] ERROR = bytes("\"error\"");

    /// Acknowledgements of sends are asked for by the message's number plus one: 0 is the room's.
    private static final int JOIN = 0;

    private static final String TEXT =
            "How long does it take until this, which is about as long as people write, is there?";

    @Override
    public String path() {
        return "/socket.io/?EIO=4&transport=websocket";
    }

    @Override
    public String subprotocol() {
        return "";
    }

    @Override
    public List<String> hello(String token) {
        return List.of("40{\"token\":\"" + token + "\"}");
    }

    @Override
    public String open(String token, String room, Position after) {
        var from = after.isKnown() ? ",\"after\":" + after.seq() : "";
        return "42" + JOIN + "[\"join\",{\"room\":\"" + room + "\"" + from + "}]";
    }

    @Override
    public void send(ByteBuf out, String room, long number) {
        ByteBufUtil.writeAscii(
                out,
                "42" + (number + 1) + "[\"send\",{\"room\":\"" + room + "\",\"id\":\"m-" + number + "\",\"text\":\""
                        + TEXT + "\"}]");
    }

    @Override
    public void hear(Scan frame, Hearing hearing) {
        if (frame.startsWith(SENT)) {
            hearing.reached(new Position(0, frame.number(SEQ, 0)));
            frame.messages(hearing::delivered);
        } else if (frame.startsWith(ACK)) {
            answered(frame, hearing);
        } else if (frame.startsWith(CONNECTED)) {
            hearing.ready();
        } else if (frame.startsWith(REFUSED) || frame.startsWith(DISCONNECTED)) {
            hearing.refused(frame.toString());
        } else if (frame.startsWith(PING) && !frame.startsWith(EVENT)) {
            hearing.answer("3");
        }
    }

    private static void answered(Scan frame, Hearing hearing) {
        var asked = frame.digits(ACK.length);
        if (frame.after(ERROR, 0) >= 0) {
            hearing.refused(frame.toString());
        } else if (asked == JOIN) {
            hearing.reached(new Position(0, frame.number(HEAD, 0)));
            frame.messages(hearing::delivered);
            hearing.opened();
        } else {
            hearing.acknowledged(asked - 1);
        }
    }
}
