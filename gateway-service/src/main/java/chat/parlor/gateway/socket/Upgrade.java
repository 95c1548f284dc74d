package chat.parlor.gateway.socket;

import chat.parlor.gateway.identity.Login;
import java.util.Optional;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.util.context.Context;

/// Turns a request into a socket. The handler sits in Netty's pipeline itself: nothing of Reactor is spent per frame.
@Component
class Upgrade {

    static final String PROTOCOL = "parlor.v1";
    private static final String NAME = "parlor.wire";

    private final Conversations conversations;
    private final SocketProperties properties;

    Upgrade(Conversations conversations, SocketProperties properties) {
        this.conversations = conversations;
        this.properties = properties;
    }

    /// Completes with the handshake; the socket gives its seat back when it is gone.
    ///
    /// @param named whether the client named the subprotocol and wants it confirmed
    Mono<Void> upgrade(ServerWebExchange exchange, Optional<Login> cookie, Seat seat, boolean named) {
        HttpServerResponse response = ServerHttpResponseDecorator.getNativeResponse(exchange.getResponse());
        var wire = new Wire(properties, conversations.meters(), new Conversation(conversations, cookie));
        return whole(exchange.getRequest())
                .then(Mono.defer(() -> exchange.getResponse().setComplete())) // lets filters finish; writes nothing
                .then(Mono.defer(() -> response.sendWebsocket(
                                (in, out) -> live(in::withConnection, wire, seat), spec(named))
                        .contextWrite(request -> Context.empty()))); // the socket would keep it, with the exchange
    }

    /// Waits for the end of the request, of which there is hardly anything left: the server's bounds on the time of a
    /// request end with it, and would end the socket if it was upgraded before.
    ///
    /// Through a future, which lets go of who waited: the connection remembers the reader of its request as long as
    /// it lives, and would remember the exchange and all its filters with it.
    private static Mono<Void> whole(ServerHttpRequest request) {
        return Mono.fromFuture(() ->
                request.getBody().doOnNext(DataBufferUtils::release).then().toFuture());
    }

    /// How reactor-netty hands out a connection.
    private interface Connections {
        Object with(java.util.function.Consumer<? super Connection> use);
    }

    private static Mono<Void> live(Connections connections, Wire wire, Seat seat) {
        return Mono.create(sink -> connections.with(connection -> {
            seat.take();
            connection.channel().closeFuture().addListener(closed -> {
                seat.leave();
                sink.success();
            });
            connection.addHandlerLast(NAME, wire);
        }));
    }

    private WebsocketServerSpec spec(boolean named) {
        var spec = WebsocketServerSpec.builder()
                .maxFramePayloadLength(Math.toIntExact(properties.frameBytes().toBytes()))
                .compress(false)
                .handlePing(true);
        return (named ? spec.protocols(PROTOCOL) : spec).build();
    }
}
