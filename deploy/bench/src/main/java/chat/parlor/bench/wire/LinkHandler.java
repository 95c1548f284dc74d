package chat.parlor.bench.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;

/// Turns the frames of one socket into what they mean.
final class LinkHandler extends SimpleChannelInboundHandler<TextWebSocketFrame> implements Hearing {
    private final Link link;
    private final Dialect dialect;
    private final Listener listener;
    private final Scan scan;

    /// When the frame came that is being read.
    private long now;

    LinkHandler(Link link, Dialect dialect, Listener listener, Scan scan) {
        this.link = link;
        this.dialect = dialect;
        this.listener = listener;
        this.scan = scan;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
            link.connected(context.channel());
            link.greet();
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
        now = System.nanoTime();
        scan.fill(frame.content());
        dialect.hear(scan, this);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        listener.closed(link);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the listener hears of the end
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        listener.refused(link, String.valueOf(cause.getMessage()));
        context.close();
    }

    @Override
    public void ready() {
        listener.ready(link);
    }

    @Override
    public void opened() {
        listener.opened(link);
    }

    @Override
    public void acknowledged(long number) {
        listener.acknowledged(link, number, now);
    }

    @Override
    public void delivered(long number) {
        listener.delivered(link, number, now);
    }

    @Override
    public void reached(Position position) {
        link.reached(position);
    }

    @Override
    public Position position() {
        return link.position();
    }

    @Override
    public void answer(String frame) {
        link.write(frame);
        link.flush();
    }

    @Override
    public void refused(String frame) {
        listener.refused(link, frame);
    }
}
