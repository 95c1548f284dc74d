package chat.parlor.gateway.limits;

import io.netty.channel.Channel;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.http.server.HttpServer;

/// Bounds that only the server itself can hold: connections, and silence and time within a request's body.
@Component
class ServerLimits implements NettyServerCustomizer {

    private final LimitProperties properties;
    private final AtomicInteger open = new AtomicInteger();

    ServerLimits(LimitProperties properties) {
        this.properties = properties;
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.readTimeout(properties.silence())
                .requestTimeout(properties.uploadAnswer())
                .doOnChannelInit((observer, channel, remote) -> admit(channel));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // closing is not waited for
    private void admit(Channel channel) {
        if (open.incrementAndGet() > properties.connections()) {
            channel.close();
        }
        channel.closeFuture().addListener(closed -> open.decrementAndGet());
    }
}
