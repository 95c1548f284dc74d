package chat.parlor.room.routing;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.room.desk.Assignment;
import chat.parlor.room.domain.Conversation;
import chat.parlor.room.domain.GuestSide;
import chat.parlor.room.domain.Named;
import chat.parlor.room.domain.Room;
import chat.parlor.room.domain.RoomStatus;
import chat.parlor.room.queue.Next;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChooserTest {

    private static final Instant NOW = Instant.parse("2026-03-14T09:26:53.589Z");

    @Test
    void roundRobinGoesToWhoWasGivenOneLongestAgo() {
        var chooser = new Chooser(
                Policy.ROUND_ROBIN, List.of(seat("ada", 0, 9, 7), seat("ben", 2, 9, 3), seat("cy", 1, 9, 5)));

        assertThat(agents(chooser.match(guests(5)))).containsExactly("ben", "cy", "ada", "ben", "cy");
    }

    @Test
    void roundRobinPassesOverWhoIsFull() {
        var chooser = new Chooser(Policy.ROUND_ROBIN, List.of(seat("ada", 8, 9, 1), seat("ben", 0, 9, 2)));

        assertThat(agents(chooser.match(guests(4)))).containsExactly("ada", "ben", "ben", "ben");
    }

    @Test
    void leastBusyGoesToTheSmallestShareInUse() {
        var chooser = new Chooser(Policy.LEAST_BUSY, List.of(seat("ada", 1, 2, 0), seat("ben", 3, 10, 0)));

        assertThat(agents(chooser.match(guests(4)))).containsExactly("ben", "ben", "ada", "ben");
    }

    @Test
    void leastBusyTakesTurnsAmongEquals() {
        var chooser = new Chooser(Policy.LEAST_BUSY, List.of(seat("ada", 0, 3, 2), seat("ben", 0, 3, 1)));

        assertThat(agents(chooser.match(guests(4)))).containsExactly("ben", "ada", "ben", "ada");
    }

    @Test
    void nobodyGetsMoreThanItsCapacityAndTheOldestAreServedFirst() {
        var chooser = new Chooser(
                Policy.ROUND_ROBIN, List.of(seat("ada", 4, 5, 0), seat("ben", 3, 5, 0), seat("cy", 7, 5, 0)));

        assertThat(chooser.places()).isEqualTo(3);
        var matched = chooser.match(guests(5));

        assertThat(matched.stream().map(one -> one.room().id())).containsExactly("r_0", "r_1", "r_2");
        assertThat(agents(matched)).containsExactlyInAnyOrder("ada", "ben", "ben");
        assertThat(chooser.places()).isZero();
    }

    @Test
    void whoeverGaveItBackGetsItOnlyWhenNobodyElseHasRoom() {
        var both = new Chooser(Policy.ROUND_ROBIN, List.of(seat("ada", 0, 5, 1), seat("ben", 0, 5, 2)));
        var alone = new Chooser(Policy.ROUND_ROBIN, List.of(seat("ada", 0, 5, 1)));

        assertThat(agents(both.match(List.of(guest(0, "ada"), guest(1, null))))).containsExactly("ben", "ada");
        assertThat(agents(alone.match(List.of(guest(0, "ada"))))).containsExactly("ada");
    }

    @Test
    void aCapacityOfNothingIsNoPlace() {
        var chooser = new Chooser(Policy.LEAST_BUSY, List.of(seat("ada", 0, 0, 0)));

        assertThat(chooser.places()).isZero();
        assertThat(chooser.match(guests(1))).isEmpty();
    }

    private static Seat seat(String name, int load, int capacity, int turn) {
        return new Seat(new Named(name, name), load, capacity, turn);
    }

    private static List<Next> guests(int count) {
        return IntStream.range(0, count).mapToObj(place -> guest(place, null)).toList();
    }

    private static Next guest(int place, @Nullable String returnedBy) {
        var waiting = new Conversation(RoomStatus.QUEUED, null, 1, NOW.plusSeconds(place));
        var side = new GuestSide(new Named("g_" + place, "Guest"), "r_back" + place, null, null, waiting);
        return new Next(Room.ofGuest("r_" + place, side, NOW), returnedBy);
    }

    private static List<String> agents(List<Assignment> matched) {
        return matched.stream().map(one -> one.agent().id()).toList();
    }
}
