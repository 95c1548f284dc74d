package chat.parlor.gateway.frame;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A frame as a client sends it, with every field of the right type. Whether it is allowed is decided elsewhere.
public sealed interface ClientFrame {

    /// The client's name for this request, echoed in its answer.
    @Nullable
    String ref();

    /// The name on the wire.
    String type();

    /// A change of a room's timeline, answered by an acknowledgement of `id`.
    sealed interface Command extends ClientFrame {

        /// Where.
        String room();

        /// The client's own id of the command.
        String id();
    }

    /// The first frame. Without `token` the cookie of the handshake counts.
    record Hello(@Nullable String ref, @Nullable String token) implements ClientFrame {
        @Override
        public String type() {
            return "hello";
        }
    }

    /// Asks for a room's entries after a position, and for everything that comes.
    record OpenRoom(
            @Nullable String ref,
            String room,
            @Nullable Long epoch,
            @Nullable Long after) implements ClientFrame {
        @Override
        public String type() {
            return "room.open";
        }
    }

    /// Ends the flow of a room.
    record LeaveRoom(@Nullable String ref, String room) implements ClientFrame {
        @Override
        public String type() {
            return "room.leave";
        }
    }

    /// A new message. `attachments` are passed on as they came: whoever stores them knows what they mean. `mentions`
    /// are ids of accounts.
    record SendMessage(
            @Nullable String ref,
            String room,
            String id,
            String text,
            @Nullable Long replyTo,
            @Nullable List<JsonNode> attachments,
            @Nullable List<String> mentions)
            implements Command {
        @Override
        public String type() {
            return "message.send";
        }
    }

    /// Another text for the message at `seq`.
    record EditMessage(@Nullable String ref, String room, String id, long seq, String text) implements Command {
        @Override
        public String type() {
            return "message.edit";
        }
    }

    /// Takes the message at `seq` away.
    record DeleteMessage(@Nullable String ref, String room, String id, long seq) implements Command {
        @Override
        public String type() {
            return "message.delete";
        }
    }

    /// Sets the sender's `emoji` on the message at `seq`, or takes it back.
    record ToggleReaction(@Nullable String ref, String room, String id, long seq, String emoji) implements Command {
        @Override
        public String type() {
            return "reaction.toggle";
        }
    }

    /// Everything up to `seq` is read.
    record ReadRoom(@Nullable String ref, String room, long seq) implements ClientFrame {
        @Override
        public String type() {
            return "message.read";
        }
    }

    /// The sender writes, or stopped.
    record SignalTyping(@Nullable String ref, String room, boolean on) implements ClientFrame {
        @Override
        public String type() {
            return "typing";
        }
    }

    /// The sender looks at the room, writes there, or went away: for colleagues only.
    ///
    /// @param doing `looking`, `reply`, `note` or `away`
    record SignalViewing(@Nullable String ref, String room, String doing) implements ClientFrame {
        @Override
        public String type() {
            return "viewing";
        }
    }

    /// The availability a person chose.
    record ChoosePresence(@Nullable String ref, String status) implements ClientFrame {
        @Override
        public String type() {
            return "presence";
        }
    }

    /// Asks whether the gateway is there; `at` comes back as it was.
    record Ping(@Nullable String ref, @Nullable JsonNode at) implements ClientFrame {
        @Override
        public String type() {
            return "ping";
        }
    }
}
