package chat.parlor.gateway.socket;

import chat.parlor.gateway.commands.Commands;
import chat.parlor.gateway.commands.Outcome;
import chat.parlor.gateway.commands.Outcome.Refused;
import chat.parlor.gateway.commands.Outcome.Stored;
import chat.parlor.gateway.commands.Outcome.Unknown;
import chat.parlor.gateway.commands.Reads;
import chat.parlor.gateway.connections.Connections;
import chat.parlor.gateway.frame.ClientFrame;
import chat.parlor.gateway.frame.ClientFrame.ChoosePresence;
import chat.parlor.gateway.frame.ClientFrame.Command;
import chat.parlor.gateway.frame.ClientFrame.ReadRoom;
import chat.parlor.gateway.frame.ClientFrame.SignalTyping;
import chat.parlor.gateway.frame.ClientFrame.SignalViewing;
import chat.parlor.gateway.frame.FrameWriter;
import chat.parlor.gateway.frame.ServerFrame;
import chat.parlor.gateway.frame.ServerFrame.Failure;
import chat.parlor.gateway.frame.ServerFrame.MessageAck;
import chat.parlor.gateway.oversight.ReadingAlong;
import chat.parlor.gateway.rooms.RoomState;
import chat.parlor.gateway.rooms.Rooms;
import chat.parlor.gateway.typing.Typing;
import chat.parlor.gateway.viewing.Viewing;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// Does what a welcomed member asks for, apart from opening rooms.
@Component
class Requests {

    private static final long RETRY_MS = 1_000;

    private final Commands commands;
    private final Reads reads;
    private final Rooms rooms;
    private final Typing typing;
    private final Viewing viewing;
    private final Connections connections;
    private final FrameWriter writer;
    private final ReadingAlong reading;

    Requests(
            Commands commands,
            Reads reads,
            Rooms rooms,
            Typing typing,
            Viewing viewing,
            Connections connections,
            FrameWriter writer,
            ReadingAlong reading) {
        this.commands = commands;
        this.reads = reads;
        this.rooms = rooms;
        this.typing = typing;
        this.viewing = viewing;
        this.connections = connections;
        this.writer = writer;
        this.reading = reading;
    }

    /// Gives a command; its outcome is told when it is known.
    void give(Session session, Command command) {
        commands.give(session.caller(), command, outcome -> {
            session.answer(writer.write(answer(command, outcome)));
            commands.told(outcome);
        });
    }

    private static ServerFrame answer(Command command, Outcome outcome) {
        return switch (outcome) {
            case Stored stored ->
                new MessageAck(
                        command.ref(),
                        command.room(),
                        command.id(),
                        stored.entry().seq(),
                        stored.entry().at());
            case Refused refused ->
                new Failure(
                        command.ref(),
                        refused.code(),
                        refused.message(),
                        refused.retryAfterMs(),
                        command.room(),
                        command.id());
            case Unknown unknown ->
                new Failure(
                        command.ref(),
                        "unknown-outcome",
                        "No answer in time: send it again with the same id",
                        RETRY_MS,
                        command.room(),
                        command.id());
        };
    }

    /// Notes that the member looks into a room, where that is a colleague's conversation.
    void looks(Session session, String room) {
        reading.noted(session.caller(), room, null);
    }

    /// Notes what the member has read, if it may read the room.
    void read(Session session, ReadRoom frame) {
        inRoom(session, frame, frame.room(), room -> {
            if (room.readableBy(session.caller())) {
                reads.mark(session.caller(), frame.room(), frame.seq());
            } else {
                notAMember(session, frame);
            }
        });
    }

    /// Tells the others that the member writes, if it takes part.
    void typing(Session session, SignalTyping frame) {
        inRoom(session, frame, frame.room(), room -> {
            if (room.partOf(session.caller())) {
                typing.signal(session.caller(), frame.room(), frame.on());
            } else if (room.readableBy(session.caller())) {
                fail(session, frame, "not-allowed", "You only read along here");
            } else {
                notAMember(session, frame);
            }
        });
    }

    /// Tells colleagues that the member looks at the room or writes there, where no guest is.
    void viewing(Session session, SignalViewing frame) {
        inRoom(session, frame, frame.room(), room -> {
            if (Viewing.allowed(session.caller(), room)) {
                viewing.signal(session.caller(), frame.room(), frame.doing());
            } else if (room.readableBy(session.caller())) {
                fail(session, frame, "not-allowed", "Only colleagues tell each other, and not where a guest is");
            } else {
                notAMember(session, frame);
            }
        });
    }

    /// Notes the availability the person chose.
    void choose(Session session, ChoosePresence frame) {
        connections.chose(session, frame.status());
    }

    private void inRoom(Session session, ClientFrame frame, String room, Consumer<RoomState> step) {
        rooms.find(room)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .subscribe(
                        found -> found.ifPresentOrElse(step, () -> notAMember(session, frame)),
                        failure -> fail(session, frame, "unavailable", "The room cannot be read just now"));
    }

    private void notAMember(Session session, ClientFrame frame) {
        fail(session, frame, "not-a-member", "You are not a member of this room");
    }

    private void fail(Session session, ClientFrame frame, String code, String message) {
        session.answer(writer.write(Failure.of(frame.ref(), code, message, null)));
    }
}
