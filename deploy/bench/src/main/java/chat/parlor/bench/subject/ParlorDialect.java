package chat.parlor.bench.subject;

import static chat.parlor.bench.wire.Scan.bytes;

import chat.parlor.bench.wire.Dialect;
import chat.parlor.bench.wire.Hearing;
import chat.parlor.bench.wire.Position;
import chat.parlor.bench.wire.Scan;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.List;

/// `parlor.v1`.
final class ParlorDialect implements Dialect {
    private static final byte[] SENT = bytes("{\"type\":\"message.sent\"");
    private static final byte[] ACK = bytes("{\"type\":\"message.ack\"");
    private static final byte[] OPENED = bytes("{\"type\":\"room.opened\"");
    private static final byte[] WELCOME = bytes("{\"type\":\"welcome\"");
    private static final byte[] ERROR = bytes("{\"type\":\"error\"");
    private static final byte[] ID = bytes("\"id\":\"m-");
    private static final byte[] SEQ = bytes("\"seq\":");
    private static final byte[] EPOCH = bytes("\"epoch\":");
    private static final byte[] HEAD = bytes("\"head\":");
    private static final String TEXT =
            "How long does it take until this, which is about as long as people write, is there?";

    @Override
    public String path() {
        return "/ws";
    }

    @Override
    public String subprotocol() {
        return "parlor.v1";
    }

    @Override
    public List<String> hello(String token) {
        return List.of("{\"type\":\"hello\",\"token\":\"" + token + "\",\"client\":\"bench\"}");
    }

    @Override
    public String open(String token, String room, Position after) {
        var from = after.isKnown() ? ",\"epoch\":" + after.epoch() + ",\"after\":" + after.seq() : "";
        return "{\"type\":\"room.open\",\"ref\":\"o\",\"room\":\"" + room + "\"" + from + "}";
    }

    @Override
    public void send(ByteBuf out, String room, long number) {
        ByteBufUtil.writeAscii(
                out,
                "{\"type\":\"message.send\",\"ref\":\"r\",\"room\":\"" + room + "\",\"id\":\"m-" + number
                        + "\",\"text\":\"" + TEXT + "\"}");
    }

    @Override
    public void hear(Scan frame, Hearing hearing) {
        if (frame.startsWith(SENT)) {
            hearing.reached(new Position(-1, frame.number(SEQ, 0)));
            frame.messages(hearing::delivered);
        } else if (frame.startsWith(ACK)) {
            hearing.acknowledged(frame.number(ID, -1));
        } else if (frame.startsWith(OPENED)) {
            hearing.reached(new Position(frame.number(EPOCH, 0), frame.number(HEAD, 0)));
            frame.messages(hearing::delivered);
            hearing.opened();
        } else if (frame.startsWith(WELCOME)) {
            hearing.ready();
        } else if (frame.startsWith(ERROR)) {
            hearing.refused(frame.toString());
        }
    }
}
