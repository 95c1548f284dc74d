package chat.parlor.gateway.frame;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A frame to one client or many, apart from timeline entries, which are passed on as message-service wrote them.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ServerFrame.Welcome.class, name = "welcome"),
    @JsonSubTypes.Type(value = ServerFrame.RoomLeft.class, name = "room.left"),
    @JsonSubTypes.Type(value = ServerFrame.MessageAck.class, name = "message.ack"),
    @JsonSubTypes.Type(value = ServerFrame.MessageRead.class, name = "message.read"),
    @JsonSubTypes.Type(value = ServerFrame.Typing.class, name = "typing"),
    @JsonSubTypes.Type(value = ServerFrame.Viewing.class, name = "viewing"),
    @JsonSubTypes.Type(value = ServerFrame.Mentioned.class, name = "mentioned"),
    @JsonSubTypes.Type(value = ServerFrame.RoomCreated.class, name = "room.created"),
    @JsonSubTypes.Type(value = ServerFrame.RoomChanged.class, name = "room.changed"),
    @JsonSubTypes.Type(value = ServerFrame.QueueChanged.class, name = "queue.changed"),
    @JsonSubTypes.Type(value = ServerFrame.PresenceChanged.class, name = "presence.changed"),
    @JsonSubTypes.Type(value = ServerFrame.PersonalChanged.class, name = "personal.changed"),
    @JsonSubTypes.Type(value = ServerFrame.SettingsChanged.class, name = "settings.changed"),
    @JsonSubTypes.Type(value = ServerFrame.VisitorChanged.class, name = "visitor.changed"),
    @JsonSubTypes.Type(value = ServerFrame.Heartbeat.class, name = "heartbeat"),
    @JsonSubTypes.Type(value = ServerFrame.Pong.class, name = "pong"),
    @JsonSubTypes.Type(value = ServerFrame.Failure.class, name = "error"),
})
public sealed interface ServerFrame {

    /// Whether the client loses nothing it could not do without when this frame is dropped.
    default boolean lossy() {
        return false;
    }

    /// The answer to `hello`.
    record Welcome(String connection, Self self, long heartbeatMs, Limits limits) implements ServerFrame {}

    /// Who the client is.
    record Self(String id, String kind, String name, Set<String> roles) {}

    /// What the gateway takes from one client.
    record Limits(long frameBytes, int textChars, int sendsPer10s, long fileBytes) {}

    /// The flow of a room ended, because the client wanted it or because it may no longer read the room.
    record RoomLeft(@Nullable String ref, String room) implements ServerFrame {}

    /// A command is stored.
    record MessageAck(@Nullable String ref, String room, String id, long seq, Instant at) implements ServerFrame {}

    /// A member's read mark grew.
    record MessageRead(String room, String member, long seq, long ordinal) implements ServerFrame {}

    /// A member writes.
    record Typing(String room, String member, String name, boolean on) implements ServerFrame {
        @Override
        public boolean lossy() {
            return true;
        }
    }

    /// A colleague looks at a room, writes there, or went away.
    record Viewing(String room, String member, String name, String doing) implements ServerFrame {
        @Override
        public boolean lossy() {
            return true;
        }
    }

    /// The member is mentioned in a message.
    ///
    /// @param frontroom of a note the guest's room beside which it stands
    record Mentioned(String room, @Nullable String frontroom, Object message) implements ServerFrame {}

    /// A room came to be.
    record RoomCreated(Object room) implements ServerFrame {}

    /// A room changed, or got messages.
    record RoomChanged(Object room) implements ServerFrame {}

    /// The desk in numbers, for staff.
    record QueueChanged(
            Instant at,
            long waiting,
            long active,
            long closedToday,
            @Nullable Long averageWaitMs) implements ServerFrame {
        @Override
        public boolean lossy() {
            return true;
        }
    }

    /// A person's availability changed.
    record PresenceChanged(
            String member, String status, @Nullable Instant lastSeen) implements ServerFrame {
        @Override
        public boolean lossy() {
            return true;
        }
    }

    /// What the member has set for itself changed, here or on another device.
    record PersonalChanged(Object settings) implements ServerFrame {}

    /// A setting that everybody sees was saved: who shows it reads it again.
    record SettingsChanged(String setting, Instant at) implements ServerFrame {}

    /// Something about the guest of a room is new: staff who show it ask again.
    record VisitorChanged(String room, Instant at) implements ServerFrame {
        @Override
        public boolean lossy() {
            return true;
        }
    }

    /// Where the open rooms stand, so that a client sees that it is behind.
    record Heartbeat(Instant at, Map<String, Long> heads) implements ServerFrame {
        @Override
        public boolean lossy() {
            return true;
        }
    }

    /// The answer to `ping`.
    record Pong(@Nullable String ref, Object at) implements ServerFrame {
        @Override
        public boolean lossy() {
            return true;
        }
    }

    /// Something was not done. `room` and `id` name the command when it was one.
    record Failure(
            @Nullable String ref,
            String code,
            String message,
            @Nullable Long retryAfterMs,
            @Nullable String room,
            @Nullable String id)
            implements ServerFrame {

        /// A failure that is not about a command.
        public static Failure of(@Nullable String ref, String code, String message, @Nullable Long retryAfterMs) {
            return new Failure(ref, code, message, retryAfterMs, null, null);
        }
    }
}
