package chat.parlor.bench.subject;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The floor: a message goes to its sender and its room without being looked at, stored or checked. A process of its
/// own, on one event loop.
final class EchoServer {
    private static final int BACKLOG = 4096;
    private static final int LARGEST = 64 * 1024;

    private EchoServer() {}

    /// Listens on the port that is the only argument, until it is killed.
    public static void main(String[] args) throws InterruptedException {
        var group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        var rooms = new HashMap<String, Set<Channel>>();
        new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(new HttpServerCodec(), new HttpObjectAggregator(LARGEST))
                                .addLast(new WebSocketServerProtocolHandler("/ws"), new Echo(rooms));
                    }
                })
                .bind("127.0.0.1", Integer.parseInt(args[0]))
                .sync()
                .channel()
                .closeFuture()
                .sync();
    }

    private static final class Echo extends SimpleChannelInboundHandler<TextWebSocketFrame> {
        /// Who has which room open; there is only one event loop.
        private final Map<String, Set<Channel>> rooms;

        private final Set<String> opened = new HashSet<>();

        Echo(Map<String, Set<Channel>> rooms) {
            this.rooms = rooms;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
            var words = frame.content().toString(StandardCharsets.US_ASCII);
            switch (words.charAt(0)) {
                case 's' -> send(context, words);
                case 'o' -> open(context, words.substring(1));
                default -> say(context.channel(), "h");
            }
        }

        private void send(ChannelHandlerContext context, String words) {
            var end = words.indexOf(' ');
            var rest = words.substring(end);
            say(context.channel(), "a" + rest);
            rooms.getOrDefault(words.substring(1, end), Set.of()).forEach(member -> say(member, "d" + rest));
        }

        private void open(ChannelHandlerContext context, String room) {
            rooms.computeIfAbsent(room, one -> new HashSet<>()).add(context.channel());
            opened.add(room);
            say(context.channel(), "o");
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            opened.forEach(room -> rooms.getOrDefault(room, new HashSet<>()).remove(context.channel()));
        }

        @SuppressWarnings("FutureReturnValueIgnored") // who does not get it is missed by the driver
        private static void say(Channel channel, String words) {
            channel.writeAndFlush(
                    new TextWebSocketFrame(Unpooled.wrappedBuffer(words.getBytes(StandardCharsets.US_ASCII))),
                    channel.voidPromise());
        }
    }
}
