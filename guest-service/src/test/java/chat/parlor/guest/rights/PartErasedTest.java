package chat.parlor.guest.rights;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.Contracts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class PartErasedTest {

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @ParameterizedTest
    @CsvSource({
        "room, rooms.erased.v1, Rooms, ROOMS",
        "message, timelines.erased.v1, Timelines, MESSAGES",
        "presence, person.erased.v1, Person, PRESENCE"
    })
    void everyExampleIsRead(String producer, String type, String into, Part part) throws ClassNotFoundException {
        var target = Class.forName(PartErased.class.getName() + "$" + into);
        for (var example : Contracts.examples(producer, type)) {
            var news = (PartErased) json.readValue(example, target);

            assertThat(news.erasure()).startsWith("x_");
            assertThat(news.part()).isEqualTo(part);
        }
    }
}
