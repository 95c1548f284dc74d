package chat.parlor.room.holds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.ids.Ids;
import chat.parlor.chassis.test.Contracts;
import chat.parlor.chassis.test.Patience;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.room.driver.Neighbours;
import chat.parlor.room.driver.RoomDriver;
import chat.parlor.room.driver.RoomDriver.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

@ServiceIT("spring.config.name=room-service")
@Import(Neighbours.class)
class HoldsIT {

    private final RoomDriver driver;
    private final String guest = Ids.random("g_q");
    private String room = "";

    HoldsIT(@Autowired RoomDriver driver) {
        this.driver = driver;
    }

    @BeforeEach
    void aConversation() {
        driver.awaitLoops();
        room = driver.guestRoom(guest);
    }

    @Test
    void everybodyOfTheStaffSeesAHoldAndTheGuestDoesNot() {
        var answer = hold(HttpMethod.PUT, room, "room");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(held(room)).containsExactly("room");
        assertThat(driver.get(driver.guest(guest), "/" + room).body().has("held"))
                .isFalse();
        var state = driver.topics()
                .await(
                        "room.state",
                        each -> each.key().equals(room) && each.body().has("held"));
        Contracts.validate("room", "room.state.v1", state.raw());
        assertThat(hold(HttpMethod.PUT, room, "room").body().path("version"))
                .as("the same again changes nothing")
                .isEqualTo(answer.body().path("version"));
    }

    @Test
    void theBackRoomIsHeldWithItsFront() {
        hold(HttpMethod.PUT, room, "room");

        var backroom = driver.get(driver.agent("a_ada"), "/" + room).text("backroom");

        assertThat(held(backroom)).containsExactly("room");
        assertThat(hold(HttpMethod.DELETE, backroom, "room").code()).isEqualTo("wrong-status");
    }

    @Test
    void aHoldOnAGuestCountsForEveryConversationAlsoThoseToCome() {
        var second = driver.guestRoom(guest);
        hold(HttpMethod.PUT, second, "room");

        hold(HttpMethod.PUT, room, "guest");

        var third = driver.guestRoom(guest);
        assertThat(held(room)).containsExactly("guest");
        assertThat(held(second)).containsExactly("room", "guest");
        assertThat(held(third)).containsExactly("guest");
        hold(HttpMethod.DELETE, third, "guest");
        assertThat(held(room)).isEmpty();
        assertThat(held(second)).containsExactly("room");
        assertThat(held(driver.guestRoom(guest))).isEmpty();
    }

    @Test
    void nothingOfAHeldGuestIsErased() {
        hold(HttpMethod.PUT, room, "room");
        assertThat(isHeld(guest)).isTrue();

        erase("x_held");
        erase("x_held");
        var other = Ids.random("g_");
        driver.topics()
                .publish(Event.of(
                        "guest.erasure", guest, "guest.erasing.v1", Map.of("erasure", "x_after", "guest", other)));
        await().atMost(Patience.LIMIT).until(() -> answered("x_after"));

        assertThat(driver.get(driver.agent("a_ada"), "/" + room).status()).isEqualTo(200);
        assertThat(answered("x_held")).isFalse();
        hold(HttpMethod.DELETE, room, "room");
        assertThat(isHeld(guest)).isFalse();
        erase("x_held");
        await().atMost(Patience.LIMIT).until(() -> answered("x_held"));
        assertThat(driver.get(driver.agent("a_ada"), "/" + room).code()).isEqualTo("not-a-member");
    }

    @Test
    void aRoomWithoutAGuestIsHeldByItselfAlone() {
        var body = Map.of("kind", "group", "name", "Plans", "members", List.of("a_sue"));
        var group = driver.post(driver.agent("a_ada"), "", body).text("id");

        assertThat(hold(HttpMethod.PUT, group, "room").status()).isEqualTo(200);
        assertThat(hold(HttpMethod.PUT, group, "guest").code()).isEqualTo("wrong-status");
        assertThat(hold(HttpMethod.PUT, group, "shop").code()).isEqualTo("unknown-hold");
        assertThat(driver.call(HttpMethod.PUT, driver.agent("a_ada"), "/" + group + "/holds/room", null)
                        .code())
                .isEqualTo("not-allowed");
    }

    private Answer hold(HttpMethod method, String of, String hold) {
        return driver.call(method, driver.supervisor("a_sue"), "/" + of + "/holds/" + hold, null);
    }

    private List<String> held(String of) {
        return driver.get(driver.agent("a_ada"), "/" + of)
                .body()
                .path("held")
                .valueStream()
                .map(hold -> hold.asString())
                .toList();
    }

    private boolean isHeld(String whose) {
        return driver.get(driver.tokens().service(), "/internal/guests/" + whose + "/holds")
                .body()
                .path("held")
                .asBoolean();
    }

    private void erase(String erasure) {
        driver.topics()
                .publish(Event.of(
                        "guest.erasure", guest, "guest.erasing.v1", Map.of("erasure", erasure, "guest", guest)));
    }

    private boolean answered(String erasure) {
        return driver.topics().read("guest.erasure").stream()
                .filter(each -> each.type().equals("rooms.erased.v1"))
                .anyMatch(each -> each.body().path("erasure").asString().equals(erasure));
    }
}
