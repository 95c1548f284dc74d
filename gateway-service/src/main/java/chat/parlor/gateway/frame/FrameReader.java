package chat.parlor.gateway.frame;

import chat.parlor.gateway.frame.ClientFrame.ChoosePresence;
import chat.parlor.gateway.frame.ClientFrame.DeleteMessage;
import chat.parlor.gateway.frame.ClientFrame.EditMessage;
import chat.parlor.gateway.frame.ClientFrame.Hello;
import chat.parlor.gateway.frame.ClientFrame.LeaveRoom;
import chat.parlor.gateway.frame.ClientFrame.OpenRoom;
import chat.parlor.gateway.frame.ClientFrame.Ping;
import chat.parlor.gateway.frame.ClientFrame.ReadRoom;
import chat.parlor.gateway.frame.ClientFrame.SendMessage;
import chat.parlor.gateway.frame.ClientFrame.SignalTyping;
import chat.parlor.gateway.frame.ClientFrame.SignalViewing;
import chat.parlor.gateway.frame.ClientFrame.ToggleReaction;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the text of a frame. Refuses what is not one JSON object of a known type with fields of the right types:
/// deep nesting, doubled keys, texts that are no valid Unicode or hold NUL. Unknown fields are passed over.
public final class FrameReader {

    private static final int DEEPEST = 16;
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_NUMBER = 32;
    private static final int LONGEST_TOKEN = 512;
    private static final int LONGEST_CLIENT = 200;
    private static final int LONGEST_EMOJI = 64;
    private static final int LONGEST_AT = 64;
    private static final int MOST_ATTACHMENTS = 20;
    private static final int MOST_MENTIONS = 20;
    private static final Set<String> DOINGS = Set.of("looking", "reply", "note", "away");
    private static final Set<String> AVAILABILITIES = Set.of("online", "away", "busy", "offline");

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNameLength(LONGEST_NAME)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /// The frame in `text`.
    ///
    /// @throws BadFrame naming what is wrong with it
    public ClientFrame read(String text) throws BadFrame {
        var object = parse(text);
        var fields = Fields.of(object);
        var type = object.get("type");
        if (type == null || !type.isString()) {
            throw fields.bad("type: missing or not a text");
        }
        return read(type.stringValue(), fields);
    }

    /// A message that did not come as a frame, checked as if it had.
    ///
    /// @throws BadFrame naming the field that is wrong
    public static SendMessage checked(SendMessage message) throws BadFrame {
        Fields.requireId("room", message.room());
        Fields.requireId("id", message.id());
        if (!Unicode.sound(message.text())) {
            throw new BadFrame(null, "text: holds a lone surrogate or NUL");
        }
        if (message.replyTo() != null && message.replyTo() < 1) {
            throw new BadFrame(null, "replyTo: " + message.replyTo() + " (expected: the seq of a message)");
        }
        var attachments = message.attachments();
        if (attachments != null
                && (attachments.size() > MOST_ATTACHMENTS
                        || !attachments.stream().allMatch(Unicode::sound))) {
            throw new BadFrame(null, "attachments: not a list of at most " + MOST_ATTACHMENTS);
        }
        requireMentions(message.mentions());
        return message;
    }

    private static void requireMentions(@Nullable List<String> mentions) throws BadFrame {
        if (mentions == null) {
            return;
        }
        if (mentions.size() > MOST_MENTIONS) {
            throw new BadFrame(null, "mentions: not a list of at most " + MOST_MENTIONS);
        }
        for (var mention : mentions) {
            Fields.requireId("mentions", Objects.requireNonNullElse(mention, ""));
        }
    }

    private JsonNode parse(String text) throws BadFrame {
        try {
            var node = json.readTree(text);
            if (!node.isObject()) {
                throw new BadFrame(null, "frame: not a JSON object");
            }
            if (!Unicode.sound(node)) {
                throw new BadFrame(null, "frame: holds a lone surrogate or NUL");
            }
            return node;
        } catch (JacksonException unreadable) {
            throw new BadFrame(null, "frame: not readable JSON");
        }
    }

    private static ClientFrame read(String type, Fields f) throws BadFrame {
        return switch (type) {
            case "hello" -> hello(f);
            case "room.open" ->
                new OpenRoom(f.ref(), f.id("room"), f.optionalWhole("epoch", 0), f.optionalWhole("after", 0));
            case "room.leave" -> new LeaveRoom(f.ref(), f.id("room"));
            case "message.send" -> send(f);
            case "message.edit" ->
                new EditMessage(
                        f.ref(), f.id("room"), f.id("id"), f.whole("seq", 1), f.text("text", Integer.MAX_VALUE));
            case "message.delete" -> new DeleteMessage(f.ref(), f.id("room"), f.id("id"), f.whole("seq", 1));
            case "reaction.toggle" -> react(f);
            case "message.read" -> new ReadRoom(f.ref(), f.id("room"), f.whole("seq", 1));
            case "typing" -> new SignalTyping(f.ref(), f.id("room"), f.flag("on"));
            case "viewing" -> new SignalViewing(f.ref(), f.id("room"), f.oneOf("doing", DOINGS));
            case "presence" -> new ChoosePresence(f.ref(), f.oneOf("status", AVAILABILITIES));
            case "ping" -> new Ping(f.ref(), f.optionalScalar("at", LONGEST_AT));
            default -> throw f.bad("type: unknown");
        };
    }

    private static Hello hello(Fields f) throws BadFrame {
        f.optionalText("client", LONGEST_CLIENT);
        return new Hello(f.ref(), f.optionalText("token", LONGEST_TOKEN));
    }

    private static SendMessage send(Fields f) throws BadFrame {
        return new SendMessage(
                f.ref(),
                f.id("room"),
                f.id("id"),
                f.text("text", Integer.MAX_VALUE),
                f.optionalWhole("replyTo", 1),
                f.optionalList("attachments", MOST_ATTACHMENTS),
                f.optionalIds("mentions", MOST_MENTIONS));
    }

    private static ToggleReaction react(Fields f) throws BadFrame {
        var emoji = f.text("emoji", LONGEST_EMOJI);
        if (emoji.isBlank()) {
            throw f.bad("emoji: empty");
        }
        return new ToggleReaction(f.ref(), f.id("room"), f.id("id"), f.whole("seq", 1), emoji);
    }
}
