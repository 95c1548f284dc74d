package chat.parlor.gateway.socket;

import java.time.Duration;
import java.util.stream.IntStream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What a socket may do.
///
/// @param frameBytes the longest message, fragments together; beyond it 1009
/// @param fragments the most fragments of a message; beyond it 1009
/// @param textChars the longest text, as told in `welcome`; message-service enforces it
/// @param fileBytes the largest file, as told in `welcome`; message-service enforces it
/// @param helloTimeout time for `hello`; then 4408
/// @param heartbeat time between two heartbeats and pings
/// @param missedPings pings without any sign of the client after which it is closed
/// @param badFrames bad frames in `badFramesWindow` after which the socket is closed with 4400
/// @param badFramesWindow that window
/// @param frames frames a socket may send in `framesWindow`; beyond it `too-many`
/// @param framesWindow that window
/// @param opening rooms one socket may be opening at a time; meanwhile it is not read from
/// @param queueFrames frames waiting for a slow client beyond which it is sent away with 1013
/// @param queueBytes what they may weigh together
/// @param closeTimeout how long a closing client may take to answer before it is cut off
@ConfigurationProperties("parlor.gateway.socket")
record SocketProperties(
        @DefaultValue("64KB") DataSize frameBytes,
        @DefaultValue("16") int fragments,
        @DefaultValue("10000") int textChars,
        @DefaultValue("25MB") DataSize fileBytes,
        @DefaultValue("5s") Duration helloTimeout,
        @DefaultValue("25s") Duration heartbeat,
        @DefaultValue("2") int missedPings,
        @DefaultValue("10") int badFrames,
        @DefaultValue("1m") Duration badFramesWindow,
        @DefaultValue("600") int frames,
        @DefaultValue("10s") Duration framesWindow,
        @DefaultValue("4") int opening,
        @DefaultValue("256") int queueFrames,
        @DefaultValue("1MB") DataSize queueBytes,
        @DefaultValue("2s") Duration closeTimeout) {

    SocketProperties {
        var least = IntStream.of(fragments, missedPings, badFrames, frames, opening, queueFrames)
                .min();
        if (least.orElse(1) < 1) {
            throw new IllegalArgumentException("parlor.gateway.socket: a bound below 1 (expected: at least 1)");
        }
    }
}
