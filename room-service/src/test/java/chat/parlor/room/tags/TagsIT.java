package chat.parlor.room.tags;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.ids.Ids;
import chat.parlor.chassis.test.Contracts;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.room.driver.Neighbours;
import chat.parlor.room.driver.RoomDriver;
import chat.parlor.room.driver.RoomDriver.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

@ServiceIT({"spring.config.name=room-service", "parlor.tags.most=40", "parlor.tags.most-on-a-room=3"})
@Import(Neighbours.class)
class TagsIT {

    private static final String TAGS = "/api/v1/tags";
    private final RoomDriver driver;

    TagsIT(@Autowired RoomDriver driver) {
        this.driver = driver;
    }

    @Test
    void aTagIsPutOnAnnouncedToStaffFoundAndTakenOff() {
        var tag = made("vip");
        var room = driver.guestRoom();
        var other = driver.guestRoom();

        var worn = on(room, tag);
        assertThat(worn.body().path("tags").get(0).asString()).isEqualTo(tag);
        assertThat(on(room, tag).text("version")).isEqualTo(worn.text("version"));
        var state = driver.topics()
                .await(
                        "room.state",
                        each -> each.key().equals(room) && each.body().has("tags"));
        Contracts.validate("room", "room.state.v1", state.raw());
        assertThat(driver.get(driver.guest("g_gil"), "/" + room).body().has("tags"))
                .isFalse();
        assertThat(found(tag)).containsExactly(room).doesNotContain(other);

        assertThat(off(room, tag).body().has("tags")).isFalse();
        assertThat(off(room, tag).status()).isEqualTo(200);
        assertThat(found(tag)).isEmpty();
    }

    @Test
    void aDeletedTagIsOnNoRoomAnyMore() {
        var tag = made("old");
        var kept = made("kept");
        var room = driver.guestRoom();
        on(room, tag);
        on(room, kept);

        assertThat(driver.call(HttpMethod.DELETE, root(), TAGS + "/" + tag, null)
                        .status())
                .isEqualTo(204);

        assertThat(driver.get(ada(), "/" + room).body().path("tags").values())
                .extracting(one -> one.asString())
                .containsExactly(kept);
        assertThat(on(room, tag).code()).isEqualTo("unknown-tag");
        assertThat(driver.call(HttpMethod.DELETE, root(), TAGS + "/" + tag, null)
                        .code())
                .isEqualTo("unknown-tag");
    }

    @Test
    void namesAreUniqueWhateverTheirCase() {
        var name = Ids.random("Refund ");
        add(name, "red");
        var other = made("other");

        assertThat(add(name.toUpperCase(Locale.ROOT), "blue").code()).isEqualTo("tag-taken");
        assertThat(change(other, name, "blue").code()).isEqualTo("tag-taken");
        var renamed = change(other, Ids.random("New "), "teal");
        assertThat(renamed.status()).isEqualTo(200);
        assertThat(renamed.text("color")).isEqualTo("teal");
    }

    @Test
    void whatMakesNoSenseIsNamed() {
        assertThat(add(" ", "mauve").body().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("name", "color");
        assertThat(add("x".repeat(41), "red").status()).isEqualTo(422);
        assertThat(add("a\nb", "red").status()).isEqualTo(422);
        assertThat(driver.get(ada(), "?tag=%27%20or%20true").status()).isEqualTo(422);
        assertThat(change("t_missing", "x", "red").code()).isEqualTo("unknown-tag");
    }

    @Test
    void aRoomWearsSoManyTagsAndNotOneMore() {
        var room = driver.guestRoom();
        IntStream.range(0, 3)
                .forEach(number ->
                        assertThat(on(room, made("n" + number)).status()).isEqualTo(200));

        assertThat(on(room, made("more")).code()).isEqualTo("too-many-tags");
    }

    private String ada() {
        return driver.agent("a_ada");
    }

    private String root() {
        return driver.administrator("a_root");
    }

    private String made(String name) {
        var answer = add(Ids.random(name + " "), "green");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.text("id");
    }

    private Answer add(String name, String color) {
        return driver.post(root(), TAGS, Map.of("name", name, "color", color));
    }

    private Answer change(String tag, String name, String color) {
        return driver.call(HttpMethod.PUT, root(), TAGS + "/" + tag, Map.of("name", name, "color", color));
    }

    private Answer on(String room, String tag) {
        return driver.call(HttpMethod.PUT, ada(), "/" + room + "/tags/" + tag, null);
    }

    private Answer off(String room, String tag) {
        return driver.call(HttpMethod.DELETE, ada(), "/" + room + "/tags/" + tag, null);
    }

    private List<String> found(String tag) {
        return driver.get(ada(), "?tag=" + tag).body().path("items").values().stream()
                .map(room -> room.path("id").asString())
                .toList();
    }
}
