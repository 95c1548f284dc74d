package chat.parlor.gateway.erasure;

import java.util.List;
import reactor.core.publisher.Mono;

/// Something that keeps what was said in guests' rooms.
public interface ErasesRooms {

    /// Keeps nothing of what was said in `rooms` any more. Repeating it changes nothing.
    Mono<Void> erase(List<String> rooms);
}
