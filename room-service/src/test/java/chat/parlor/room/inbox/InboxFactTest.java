package chat.parlor.room.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.Contracts;
import chat.parlor.room.domain.Author;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/// Every example of the timeline's contracts can be read.
class InboxFactTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Class<? extends InboxFact>> TYPES = Map.of(
            "message.sent.v1", InboxFact.Sent.class,
            "message.edited.v1", InboxFact.Edited.class,
            "message.deleted.v1", InboxFact.Deleted.class,
            "reaction.changed.v1", InboxFact.Passing.class,
            "notice.posted.v1", InboxFact.Passing.class,
            "message.read.v1", InboxFact.Read.class);

    @TestFactory
    Stream<DynamicTest> everyExampleIsRead() {
        return TYPES.entrySet().stream()
                .map(type -> DynamicTest.dynamicTest(
                        type.getKey(),
                        () -> assertThat(Contracts.examples("message", type.getKey()))
                                .allSatisfy(example -> assertThat(JSON.readValue(example, type.getValue()))
                                        .hasNoNullFieldsOrProperties())));
    }

    @Test
    void aMessageIsReadWhole() {
        var example = Contracts.examples("message", "message.sent.v1").getFirst();

        assertThat(JSON.readValue(example, InboxFact.Sent.class))
                .isEqualTo(new InboxFact.Sent(
                        "r_7sNcYd9vXw2kQmTzJ4pLrB",
                        1,
                        42,
                        new Author("a_9vXw2kQmTzJ4pLrB7sNcYd", "account", "Ada Lindqvist"),
                        Instant.parse("2026-03-02T10:15:30.123Z"),
                        "Your parcel is on its way. 📦",
                        37,
                        List.of(
                                new InboxFact.File("label.pdf", "application/pdf"),
                                new InboxFact.File("parcel.jpg", "image/jpeg")),
                        List.of("a_Tz9vXw2kQmJ4pLrB7sNcYd")));
    }
}
