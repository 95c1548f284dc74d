package chat.parlor.bench.wire;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import io.netty.util.concurrent.EventExecutor;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/// Opens sockets, from several addresses of this machine, all on one event loop: what they share needs no locks.
public final class Dialer implements AutoCloseable {
    private static final int ADDRESSES = 50;
    private static final int LARGEST_FRAME = 16 * 1024 * 1024;
    private static final int LARGEST_ANSWER = 64 * 1024;
    private static final int PATIENCE_MILLIS = 30_000;

    private final MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final EventExecutor loop = group.next();
    private final Scan scan = new Scan();
    private final InetSocketAddress server;
    private final Dialect dialect;

    /// How many were dialed, to take the addresses in turn.
    private int dialed;

    /// A dialer of sockets to one server.
    public Dialer(InetSocketAddress server, Dialect dialect) {
        this.server = server;
        this.dialect = dialect;
    }

    /// The event loop on which everything happens.
    public EventExecutor loop() {
        return loop;
    }

    /// Opens a socket and says hello; call it on the [#loop].
    ///
    /// @param after how far an earlier socket had come
    @SuppressWarnings("FutureReturnValueIgnored") // the listener hears of it
    public Link dial(String token, Position after, Listener listener) {
        var link = new Link(dialect, token, after);
        var bootstrap = new Bootstrap()
                .group(group)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, PATIENCE_MILLIS)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(new HttpClientCodec(), new HttpObjectAggregator(LARGEST_ANSWER))
                                .addLast(new WebSocketClientProtocolHandler(handshake()))
                                .addLast(new LinkHandler(link, dialect, listener, scan));
                    }
                });
        bootstrap
                .connect(server, new InetSocketAddress("127.0.9." + (1 + dialed++ % ADDRESSES), 0))
                .addListener((ChannelFuture connecting) -> {
                    if (!connecting.isSuccess()) {
                        listener.closed(link);
                    }
                });
        return link;
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private WebSocketClientProtocolConfig handshake() {
        var address = "ws://" + server.getHostString() + ":" + server.getPort();
        var config = WebSocketClientProtocolConfig.newBuilder()
                .webSocketUri(URI.create(address + dialect.path()))
                .version(WebSocketVersion.V13)
                .allowExtensions(false)
                .handshakeTimeoutMillis(PATIENCE_MILLIS)
                .maxFramePayloadLength(LARGEST_FRAME)
                .dropPongFrames(true);
        return dialect.subprotocol().isEmpty()
                ? config.build()
                : config.subprotocol(dialect.subprotocol()).build();
    }
}
