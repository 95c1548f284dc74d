package chat.parlor.gateway.socket;

import chat.parlor.gateway.commands.CommandsProperties;
import chat.parlor.gateway.commands.SendLimit;
import chat.parlor.gateway.delivery.Deliveries;
import chat.parlor.gateway.frame.FrameReader;
import chat.parlor.gateway.frame.FrameWriter;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// What all conversations have in common.
@Component
record Conversations(
        Greeting greeting,
        Requests requests,
        Deliveries deliveries,
        SendLimit limit,
        Heartbeats heartbeats,
        FrameReader reader,
        FrameWriter writer,
        SocketMeters meters,
        SocketProperties properties,
        CommandsProperties commands,
        Clock clock) {

    long now() {
        return clock.millis();
    }

    /// The frames one socket may send.
    Strikes frames() {
        return new Strikes(properties.frames(), properties.framesWindow().toMillis());
    }

    /// The bad frames that are forgiven: one less than close the socket.
    Strikes badFrames() {
        return new Strikes(
                properties.badFrames() - 1, properties.badFramesWindow().toMillis());
    }

    /// How often a client may be told `too-many` before it is sent away: as often as it may send.
    Strikes patience() {
        return new Strikes(commands.sends(), commands.sendsWindow().toMillis());
    }
}
