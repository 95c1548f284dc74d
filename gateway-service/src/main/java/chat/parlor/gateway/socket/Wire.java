package chat.parlor.gateway.socket;

import chat.parlor.gateway.frame.Frame;
import chat.parlor.gateway.peer.Closing;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.EventExecutor;
import java.nio.charset.CharacterCodingException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The lower half of a socket: WebSocket frames in, one bounded queue out, pings and the closing handshake. Lives on
/// the event loop; [#send], [#answer] and [#end] may be called from anywhere.
///
/// The queue is Netty's own. What the client did not ask for is counted in it; what it did ask for makes the socket
/// unwritable at most, and then the client is not read from.
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails closes the channel, which is heard of
final class Wire extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);

    private final SocketProperties properties;
    private final SocketMeters meters;
    private final WireListener listener;
    private final Fragments fragments;
    private final Context context = new Context();
    private final Backlog backlog;
    /// Whether a flush is due at the end of this turn of the loop.
    private boolean flushing;
    /// Whether the listener wants nothing more for now.
    private boolean held;
    /// Whether the close frame is on its way: nothing is sent or heard any more.
    private boolean closing;
    /// Heartbeats since the client was heard.
    private int silentBeats;

    Wire(SocketProperties properties, SocketMeters meters, WireListener listener) {
        this.properties = properties;
        this.meters = meters;
        this.listener = listener;
        this.backlog =
                new Backlog(properties.queueFrames(), properties.queueBytes().toBytes());
        this.fragments = new Fragments(properties.frameBytes().toBytes(), properties.fragments());
    }

    /// Where the handler sits; set when it is added to a pipeline.
    private static final class Context {
        private @Nullable ChannelHandlerContext held;

        ChannelHandlerContext get() {
            if (held == null) {
                throw new IllegalStateException("wire: not in a pipeline");
            }
            return held;
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context.held = ctx;
        ctx.channel().config().setAutoRead(true);
        listener.ready(this);
    }

    EventExecutor loop() {
        return context.get().executor();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (!(message instanceof WebSocketFrame frame)) {
            ctx.fireChannelRead(message);
            return;
        }
        try {
            silentBeats = 0;
            hear(ctx, frame);
        } finally {
            ReferenceCountUtil.release(frame);
        }
    }

    private void hear(ChannelHandlerContext ctx, WebSocketFrame frame) {
        if (frame.rsv() != 0) { // no extension was agreed upon
            end(Closing.PROTOCOL);
            return;
        }
        switch (frame) {
            case CloseWebSocketFrame close -> answerClose(ctx, close);
            case PingWebSocketFrame ping
            when !closing ->
                ctx.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
            case TextWebSocketFrame text when !closing -> take(text);
            case ContinuationWebSocketFrame more when !closing -> take(more);
            case BinaryWebSocketFrame binary when !closing -> listener.binary();
            default -> LOG.trace("passed over: {}", frame.getClass().getSimpleName());
        }
    }

    private void take(WebSocketFrame frame) {
        try {
            var message = fragments.take(frame);
            if (message != null) {
                listener.text(message);
            }
        } catch (Fragments.TooBig tooBig) {
            end(Closing.TOO_BIG);
        } catch (CharacterCodingException notUtf8) {
            end(Closing.NOT_UTF8);
        }
    }

    private void answerClose(ChannelHandlerContext ctx, CloseWebSocketFrame close) {
        if (closing) {
            ctx.close();
            return;
        }
        closing = true;
        ctx.writeAndFlush(close.retainedDuplicate()).addListener(ChannelFutureListener.CLOSE);
    }

    /// Sends what the client did not ask for, or drops it, or gives the client up.
    void send(Frame frame) {
        onLoop(() -> {
            if (closing) {
                return;
            }
            if (backlog.hasRoomFor(frame)) {
                backlog.add(frame);
                write(frame, () -> backlog.remove(frame));
            } else if (frame.lossy()) {
                meters.dropped(frame.type());
            } else {
                meters.evicted();
                end(Closing.TRY_LATER);
            }
        });
    }

    /// Sends what the client asked for.
    void answer(Frame frame) {
        onLoop(() -> {
            if (!closing) {
                write(frame, () -> {});
            }
        });
    }

    private void write(Frame frame, Runnable written) {
        meters.sent(frame.type());
        context.get().write(frame.wire()).addListener(done -> written.run());
        if (!flushing) {
            flushing = true;
            loop().execute(this::flush);
        }
    }

    private void flush() {
        flushing = false;
        context.get().flush();
    }

    /// Asks the client for a sign of life; closes when it gave none too often.
    void beat() {
        if (silentBeats >= properties.missedPings()) {
            end(Closing.SILENT);
        } else if (!closing) {
            silentBeats++;
            context.get().writeAndFlush(new PingWebSocketFrame());
        }
    }

    /// Stops reading from the client, or goes on.
    void hold(boolean wanted) {
        held = wanted;
        read();
    }

    private void read() {
        var channel = context.get().channel();
        channel.config().setAutoRead(closing || (!held && channel.isWritable()));
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        read();
        ctx.fireChannelWritabilityChanged();
    }

    /// Closes the socket, after what was sent before. Only the first time counts.
    void end(Closing why) {
        onLoop(() -> {
            if (!closing) {
                closing = true;
                read();
                meters.closed(why);
                context.get().writeAndFlush(new CloseWebSocketFrame(why.code(), why.reason()));
                cutOffLater();
            }
        });
    }

    private void cutOffLater() {
        loop().schedule(() -> context.get().close(), properties.closeTimeout().toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        closing = true;
        listener.gone();
        ctx.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        LOG.debug("socket failed: {}", cause.toString());
        closing = true;
        ctx.close();
    }

    private void onLoop(Runnable step) {
        if (loop().inEventLoop()) {
            step.run();
        } else {
            loop().execute(step);
        }
    }
}
