package chat.parlor.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.room.driver.Neighbours;
import chat.parlor.room.driver.RoomDriver;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

/// What one may not know about answers like what does not exist.
@ServiceIT({"spring.config.name=room-service", "parlor.services.message.url=http://127.0.0.1:1"})
@Import(Neighbours.class)
class HiddenIT {

    private final RoomDriver driver;

    HiddenIT(@Autowired RoomDriver driver) {
        this.driver = driver;
    }

    @Test
    void aRoomThatIsNotYoursAnswersLikeOneThatDoesNotExist() {
        var hidden = driver.get(driver.agent("a_outsider"), "/" + group());
        var missing = driver.get(driver.agent("a_outsider"), "/r_missing");

        assertThat(hidden.status()).isEqualTo(403).isEqualTo(missing.status());
        assertThat(hidden.code()).isEqualTo("not-a-member").isEqualTo(missing.code());
        assertThat(hidden.text("detail")).isEqualTo(missing.text("detail"));
    }

    @Test
    void whatCannotBeAnIdAnswersLikeWhatDoesNotExist() {
        for (var id : List.of("%00", "r%00x", "%F0%9F%93%A6", "x".repeat(65), "%27%20or%20true--", "%25")) {
            assertThat(driver.get(driver.agent("a_ada"), "/" + id).code())
                    .as(id)
                    .isEqualTo("not-a-member");
            assertThat(driver.post(driver.agent("a_ada"), "/" + id + "/claim", null)
                            .code())
                    .as(id)
                    .isEqualTo("not-a-member");
            assertThat(driver.get(driver.agent("a_ada"), "?assignee=" + id).status())
                    .as(id)
                    .isEqualTo(422);
            assertThat(driver.get(driver.agent("a_ada"), "?q=" + id).status())
                    .as(id)
                    .isEqualTo(200);
            assertThat(driver.call(HttpMethod.PUT, driver.agent("a_ada"), "/" + group() + "/members/" + id, null)
                            .status())
                    .as(id)
                    .isEqualTo(422);
        }
        for (var to : List.of("\0", "a_ben,a_cy", "x".repeat(65), "")) {
            var answer = driver.post(driver.agent("a_ada"), "/" + assigned() + "/transfer", Map.of("to", to));
            assertThat(answer.status()).isEqualTo(422);
        }
        assertThat(driver.post(driver.agent("a_ada"), "", Map.of("kind", "group", "members", List.of("\0")))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void withoutATokenThereIsNothing() {
        assertThat(driver.get("nonsense", "").status()).isEqualTo(401);
    }

    private String assigned() {
        var room = driver.guestRoom();
        driver.post(driver.agent("a_ada"), "/" + room + "/claim", null);
        return room;
    }

    private String group() {
        var members = List.of("a_ben", "a_mod");
        return driver.post(driver.agent("a_ada"), "", Map.of("kind", "group", "members", members))
                .text("id");
    }
}
