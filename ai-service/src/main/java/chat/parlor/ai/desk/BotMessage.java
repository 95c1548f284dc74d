package chat.parlor.ai.desk;

import chat.parlor.chassis.event.Event;
import java.time.Instant;

/// What the bot says: `docs/contracts/ai/message.send.v1.schema.json`. The id follows from what it is for, so saying
/// it again changes nothing; the fence is the one the words were found under, so a person who has taken the room
/// meanwhile is not talked over.
record BotMessage(String room, String id, Author author, Instant at, String text, long fence) {

    static final String TOPIC = "message.send";
    static final String TYPE = "message.send.v1";
    private static final Author BOT = new Author("b_parlor", "bot", "Assistant");

    record Author(String id, String kind, String name) {}

    static Event of(Word word, Room room, String text, Instant at) {
        var body = new BotMessage(room.id(), word.id(room.id()), BOT, at, text, room.fence());
        return Event.of(TOPIC, room.id(), TYPE, body);
    }
}
