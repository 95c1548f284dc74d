package chat.parlor.bench.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import org.jspecify.annotations.Nullable;

/// One socket. Used on its event loop only.
public final class Link {
    private final Dialect dialect;
    private final String token;

    /// Set once connected.
    private @Nullable Channel channel;

    private Position position = Position.NONE;

    Link(Dialect dialect, String token, Position position) {
        this.dialect = dialect;
        this.token = token;
        this.position = position;
    }

    /// How far it has come in the last room it heard of.
    public Position position() {
        return position;
    }

    /// Asks for a room, and for what comes after the position it has.
    public void open(String room) {
        write(dialect.open(token, room, position));
        flush();
    }

    /// Writes a message; [#flush] sends it.
    @SuppressWarnings("FutureReturnValueIgnored") // what does not arrive is missed by the tally
    public void send(String room, long number) {
        var current = channel;
        if (current != null && current.isActive()) {
            var frame = current.alloc().buffer();
            dialect.send(frame, room, number);
            current.write(new TextWebSocketFrame(frame), current.voidPromise());
        }
    }

    /// Sends what was written.
    public void flush() {
        if (channel != null) {
            channel.flush();
        }
    }

    /// Ends it without a word, as a broken network does.
    @SuppressWarnings("FutureReturnValueIgnored") // the listener hears of its end
    public void cut() {
        if (channel != null) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            channel.close();
        }
    }

    /// Lets what comes pile up, as a machine that is too slow does.
    public void stopReading() {
        if (channel != null) {
            channel.config().setAutoRead(false);
        }
    }

    void connected(Channel connected) {
        channel = connected;
    }

    void greet() {
        dialect.hello(token).forEach(this::write);
        flush();
    }

    void reached(Position reached) {
        position = new Position(reached.epoch() < 0 ? position.epoch() : reached.epoch(), reached.seq());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the listener hears of a socket that broke
    void write(String text) {
        if (channel != null) {
            ByteBuf frame = ByteBufUtil.writeUtf8(channel.alloc(), text);
            channel.write(new TextWebSocketFrame(frame), channel.voidPromise());
        }
    }
}
