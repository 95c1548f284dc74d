package chat.parlor.room.replies;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.ids.Ids;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.room.driver.Neighbours;
import chat.parlor.room.driver.RoomDriver;
import chat.parlor.room.driver.RoomDriver.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

@ServiceIT({"spring.config.name=room-service", "parlor.replies.most-personal=3"})
@Import(Neighbours.class)
class RepliesIT {

    private static final String ALL = "/api/v1/replies";
    private static final int RIVALS = 16;
    private final RoomDriver driver;

    RepliesIT(@Autowired RoomDriver driver) {
        this.driver = driver;
    }

    @Test
    void whatIsSharedIsEverybodysAndThePersonalOnesAreTheirOwners() {
        var shared = add(driver.administrator("a_root"), Map.of("shared", true, "shortcut", unique()));
        var mine = add(driver.agent("a_ada"), Map.of("shortcut", unique()));

        assertThat(ids(driver.agent("a_ada"))).contains(shared.text("id"), mine.text("id"));
        assertThat(ids(driver.agent("a_ben"))).contains(shared.text("id")).doesNotContain(mine.text("id"));
        assertThat(shared.body().path("shared").asBoolean()).isTrue();
        assertThat(mine.body().has("owner")).isFalse();
    }

    @Test
    void aShortcutIsUniqueAmongTheRepliesOfOneOwner() {
        var shortcut = unique();
        add(driver.administrator("a_root"), Map.of("shared", true, "shortcut", shortcut));
        var mine = add(driver.agent("a_cy"), Map.of("shortcut", shortcut));
        add(driver.agent("a_dee"), Map.of("shortcut", shortcut));
        var other = add(driver.agent("a_cy"), Map.of("shortcut", unique()));

        assertThat(post(driver.agent("a_cy"), Map.of("shortcut", shortcut.toUpperCase(Locale.ROOT)))
                        .code())
                .isEqualTo("shortcut-taken");
        assertThat(post(driver.administrator("a_root"), Map.of("shared", true, "shortcut", shortcut))
                        .code())
                .isEqualTo("shortcut-taken");
        var renamed = put(driver.agent("a_cy"), other.text("id"), Map.of("shortcut", shortcut, "version", 1));
        assertThat(renamed.status()).isEqualTo(409);
        assertThat(renamed.code()).isEqualTo("shortcut-taken");
        assertThat(put(driver.agent("a_cy"), mine.text("id"), Map.of("shortcut", shortcut, "version", 1))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aChangeFromAnOldVersionIsRefusedAndShowsTheNewOne() {
        var eve = driver.agent("a_eve");
        var made = add(eve, Map.of("shortcut", unique(), "body", "One"));
        var first = Map.<String, Object>of("shortcut", unique(), "body", "Two", "version", 1);

        assertThat(put(eve, made.text("id"), first).body().path("version").asInt())
                .isEqualTo(2);
        var late = put(eve, made.text("id"), Map.of("shortcut", unique(), "body", "Three", "version", 1));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("reply-changed");
        assertThat(late.body().path("reply").path("body").asString()).isEqualTo("Two");
        assertThat(put(eve, made.text("id"), Map.of("shortcut", unique())).status())
                .isEqualTo(422);
    }

    @Test
    void ofManyChangesAtOnceOneIsMade() throws Exception {
        var fay = driver.agent("a_fay");
        var made = add(fay, Map.of("shortcut", unique())).text("id");

        var answers =
                atOnce(rival -> put(fay, made, Map.of("shortcut", unique(), "body", "By " + rival, "version", 1)));

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().map(Answer::code).filter("reply-changed"::equals))
                .hasSize(RIVALS - 1);
    }

    @Test
    void thereArePlacesForSoManyAndNotOneMoreHoweverTheyCome() throws Exception {
        var gus = driver.agent("a_gus");

        var answers = atOnce(rival -> post(gus, Map.of("shortcut", unique())));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(3);
        assertThat(answers.stream().map(Answer::code).filter("too-many-replies"::equals))
                .hasSize(RIVALS - 3);
        driver.call(HttpMethod.DELETE, gus, ALL + "/" + ids(gus).getFirst(), null);
        assertThat(post(gus, Map.of("shortcut", unique())).status()).isEqualTo(201);
    }

    @Test
    void whatWasDeletedIsGone() {
        var hal = driver.agent("a_hal");
        var path = ALL + "/" + add(hal, Map.of("shortcut", unique())).text("id");

        assertThat(driver.call(HttpMethod.DELETE, hal, path, null).status()).isEqualTo(204);
        assertThat(driver.call(HttpMethod.DELETE, hal, path, null).code()).isEqualTo("unknown-reply");
        for (var id : List.of("%00", "x".repeat(65), "%27%20or%20true--", "qr_missing")) {
            assertThat(driver.call(HttpMethod.DELETE, hal, ALL + "/" + id, null).code())
                    .as(id)
                    .isEqualTo("unknown-reply");
        }
    }

    @Test
    void fieldsThatMakeNoSenseAreNamed() {
        var answer = driver.post(driver.agent("a_ivy"), ALL, Map.of("shortcut", "two words"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("errors").findValuesAsString("field"))
                .containsExactly("shortcut", "title", "body");
        assertThat(driver.post(driver.agent("a_ivy"), ALL, Map.of("shortcut", Map.of("a", 1)))
                        .status())
                .isIn(400, 422);
    }

    private Answer add(String token, Map<String, Object> fields) {
        var answer = post(token, fields);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer;
    }

    private Answer post(String token, Map<String, Object> fields) {
        return driver.post(token, ALL, whole(fields));
    }

    private Answer put(String token, String id, Map<String, Object> fields) {
        return driver.call(HttpMethod.PUT, token, ALL + "/" + id, whole(fields));
    }

    private static Map<String, Object> whole(Map<String, Object> fields) {
        var whole = new HashMap<String, Object>(Map.of("title", "A title", "body", "Hello {{guest.name}}"));
        whole.putAll(fields);
        return whole;
    }

    private List<String> ids(String token) {
        return driver.get(token, ALL).body().path("items").findValuesAsString("id");
    }

    private static String unique() {
        return Ids.random("s").toLowerCase(Locale.ROOT);
    }

    private static List<Answer> atOnce(IntFunction<Answer> call) throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, RIVALS)
                    .mapToObj(rival -> (Callable<Answer>) () -> call.apply(rival))
                    .toList();
            return pool.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
