package chat.parlor.gateway.limits;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;

/// A request whose body fails once it is larger than it may be, whatever its length was said to be.
final class BoundedBody extends ServerHttpRequestDecorator {

    private final long most;
    /// Bytes seen so far.
    private final AtomicLong seen = new AtomicLong();

    BoundedBody(ServerHttpRequest request, long most) {
        super(request);
        this.most = most;
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return super.getBody().map(this::counted).doOnDiscard(DataBuffer.class, DataBufferUtils::release);
    }

    private DataBuffer counted(DataBuffer buffer) {
        if (seen.addAndGet(buffer.readableByteCount()) > most) {
            DataBufferUtils.release(buffer);
            throw new DataBufferLimitException("body: over " + most + " bytes");
        }
        return buffer;
    }
}
