package chat.parlor.gateway.commands;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.gateway.frame.ClientFrame;
import chat.parlor.gateway.frame.ClientFrame.DeleteMessage;
import chat.parlor.gateway.frame.ClientFrame.EditMessage;
import chat.parlor.gateway.frame.ClientFrame.SendMessage;
import chat.parlor.gateway.frame.ClientFrame.ToggleReaction;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A command on its way to message-service, on topic `message.send`, key room.
sealed interface TimelineCommand {

    /// The logical type.
    String type();

    /// When the gateway took it.
    Instant at();

    /// Whether it asks for the same as `other`, whenever that was.
    boolean sameAs(TimelineCommand other);

    /// Who wants it, from the credential.
    record Author(String id, String kind, String name) {
        static Author of(Caller caller) {
            return new Author(caller.id(), caller.kind().wire(), caller.name());
        }
    }

    /// The command of `frame`, by `caller`.
    static TimelineCommand of(ClientFrame.Command frame, Caller caller, Instant at) {
        var author = Author.of(caller);
        return switch (frame) {
            case SendMessage f ->
                new Send(f.room(), f.id(), author, at, f.text(), f.replyTo(), f.attachments(), f.mentions());
            case EditMessage f -> new Edit(f.room(), f.id(), f.seq(), author, at, f.text());
            case DeleteMessage f -> new Delete(f.room(), f.id(), f.seq(), author, at);
            case ToggleReaction f -> new React(f.room(), f.id(), f.seq(), author, at, f.emoji());
        };
    }

    record Send(
            String room,
            String id,
            Author author,
            Instant at,
            String text,
            @Nullable Long replyTo,
            @Nullable List<JsonNode> attachments,
            @Nullable List<String> mentions)
            implements TimelineCommand {
        @Override
        public String type() {
            return "message.send.v1";
        }

        @Override
        public boolean sameAs(TimelineCommand other) {
            return other instanceof Send o
                    && equals(new Send(o.room, o.id, o.author, at, o.text, o.replyTo, o.attachments, o.mentions));
        }
    }

    record Edit(String room, String id, long seq, Author author, Instant at, String text) implements TimelineCommand {
        @Override
        public String type() {
            return "message.edit.v1";
        }

        @Override
        public boolean sameAs(TimelineCommand other) {
            return other instanceof Edit o && equals(new Edit(o.room, o.id, o.seq, o.author, at, o.text));
        }
    }

    record Delete(String room, String id, long seq, Author author, Instant at) implements TimelineCommand {
        @Override
        public String type() {
            return "message.delete.v1";
        }

        @Override
        public boolean sameAs(TimelineCommand other) {
            return other instanceof Delete o && equals(new Delete(o.room, o.id, o.seq, o.author, at));
        }
    }

    record React(String room, String id, long seq, Author author, Instant at, String emoji) implements TimelineCommand {
        @Override
        public String type() {
            return "reaction.toggle.v1";
        }

        @Override
        public boolean sameAs(TimelineCommand other) {
            return other instanceof React o && equals(new React(o.room, o.id, o.seq, o.author, at, o.emoji));
        }
    }
}
