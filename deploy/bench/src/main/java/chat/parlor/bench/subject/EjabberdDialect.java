package chat.parlor.bench.subject;

import static chat.parlor.bench.wire.Scan.bytes;

import chat.parlor.bench.wire.Dialect;
import chat.parlor.bench.wire.Hearing;
import chat.parlor.bench.wire.Position;
import chat.parlor.bench.wire.Scan;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// XMPP on a websocket (RFC 7395), with rooms (XEP-0045) and stream management (XEP-0198). A message is stored in the
/// room's archive before the room sends it to anybody, so the sender's own copy is its acknowledgement.
///
/// A [Position] counts what came since stream management was switched on: the server asks for it from time to time.
final class EjabberdDialect implements Dialect {
    private static final String DOMAIN = "localhost";
    private static final String ROOMS = "@conference." + DOMAIN;
    private static final String OPEN =
            "<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' to='" + DOMAIN + "' version='1.0'/>";
    private static final String BIND = "<iq type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>";
    private static final String MANAGE = "<enable xmlns='urn:xmpp:sm:3'/>";
    private static final String TEXT =
            "How long does it take until this, which is about as long as people write, is there?";

    private static final byte[] MESSAGE = bytes("<message");
    private static final byte[] MESSAGE_ID = bytes(" id='m-");
    private static final byte[] SUBJECT = bytes("<subject");
    private static final byte[] TO = bytes(" to='");
    private static final byte[] NICK = bytes(ROOMS + "/");
    private static final byte[] ERROR = bytes("type='error'");
    private static final byte[] PRESENCE = bytes("<presence");
    private static final byte[] QUERY = bytes("<iq");
    private static final byte[] BOUND = bytes("id='bind'");
    private static final byte[] HOW_FAR = bytes("<r ");
    private static final byte[] FEATURES = bytes("<stream:features");
    private static final byte[] MECHANISMS = bytes("<mechanism");
    private static final byte[] WELCOME = bytes("<success");
    private static final byte[] MANAGED = bytes("<enabled");
    private static final byte[] REFUSED = bytes("<failure");
    private static final byte[] FAILED = bytes("<stream:error");

    @Override
    public String path() {
        return "/ws";
    }

    @Override
    public String subprotocol() {
        return "xmpp";
    }

    @Override
    public List<String> hello(String token) {
        var proof = ("\0" + token + "\0anything").getBytes(StandardCharsets.US_ASCII);
        return List.of(
                OPEN,
                "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>"
                        + Base64.getEncoder().encodeToString(proof) + "</auth>");
    }

    @Override
    public String open(String token, String room, Position after) {
        return "<presence to='" + room + ROOMS + "/" + token
                + "'><x xmlns='http://jabber.org/protocol/muc'><history maxstanzas='0'/></x></presence>";
    }

    @Override
    public void send(ByteBuf out, String room, long number) {
        ByteBufUtil.writeAscii(
                out,
                "<message to='" + room + ROOMS + "' type='groupchat' id='m-" + number + "'><body>" + TEXT
                        + "</body></message>");
    }

    @Override
    public void hear(Scan frame, Hearing hearing) {
        if (frame.startsWith(MESSAGE)) {
            message(frame, hearing);
        } else if (frame.startsWith(HOW_FAR)) {
            hearing.answer("<a xmlns='urn:xmpp:sm:3' h='" + hearing.position().seq() + "'/>");
        } else if (frame.startsWith(PRESENCE)) {
            counted(frame, hearing);
        } else if (frame.startsWith(QUERY)) {
            query(frame, hearing);
        } else {
            negotiate(frame, hearing);
        }
    }

    private static void message(Scan frame, Hearing hearing) {
        counted(frame, hearing);
        var number = frame.number(MESSAGE_ID, -1);
        if (number >= 0) {
            hearing.delivered(number);
            if (frame.word(TO).equals(frame.word(NICK))) {
                hearing.acknowledged(number);
            }
        } else if (frame.after(SUBJECT, 0) >= 0) {
            hearing.opened();
        }
    }

    private static void query(Scan frame, Hearing hearing) {
        if (frame.after(BOUND, 0) >= 0) {
            hearing.answer(MANAGE);
        } else {
            counted(frame, hearing);
        }
    }

    private static void counted(Scan frame, Hearing hearing) {
        hearing.reached(new Position(0, hearing.position().seq() + 1));
        if (frame.after(ERROR, 0) >= 0) {
            hearing.refused(frame.toString());
        }
    }

    private static void negotiate(Scan frame, Hearing hearing) {
        if (frame.startsWith(WELCOME)) {
            hearing.answer(OPEN);
        } else if (frame.startsWith(FEATURES) && frame.after(MECHANISMS, 0) < 0) {
            hearing.answer(BIND);
        } else if (frame.startsWith(MANAGED)) {
            hearing.reached(new Position(0, 0));
            hearing.answer("<presence/>");
            hearing.ready();
        } else if (frame.startsWith(REFUSED) || frame.startsWith(FAILED)) {
            hearing.refused(frame.toString());
        }
    }
}
