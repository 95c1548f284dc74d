package chat.parlor.presence.people;

import static chat.parlor.presence.people.Status.AWAY;
import static chat.parlor.presence.people.Status.BUSY;
import static chat.parlor.presence.people.Status.OFFLINE;
import static chat.parlor.presence.people.Status.ONLINE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PersonTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final Person.Who GRACE_HOPPER = new Person.Who("a_1", "account", "Grace");

    private Person person = Person.unseen(GRACE_HOPPER);

    @Test
    void somebodyNeverSeenIsOffline() {
        assertThat(settled()).isEqualTo(OFFLINE);
        assertThat(person.standing().leavesAt()).isNull();
    }

    @Test
    void oneTabIsEnoughToBeOnline() {
        open("c_1");
        open("c_2");
        close("c_1");

        assertThat(settled()).isEqualTo(ONLINE);
        assertThat(person.standing().leavesAt()).isNull();
    }

    @Test
    void awayIsWhoseTabsAreAllAway() {
        open("c_1");
        open("c_2");
        choose("c_1", AWAY);
        assertThat(settled()).isEqualTo(ONLINE);

        choose("c_2", AWAY);
        assertThat(settled()).isEqualTo(AWAY);

        choose("c_2", ONLINE);
        assertThat(settled()).isEqualTo(ONLINE);
    }

    @Test
    void busyHoldsForAllTabsAlsoNewOnes() {
        open("c_1");
        choose("c_1", BUSY);
        open("c_2");
        choose("c_2", AWAY);

        assertThat(settled()).isEqualTo(BUSY);
    }

    @Test
    void onlineOnAnyTabEndsBusy() {
        open("c_1");
        choose("c_1", BUSY);
        open("c_2");
        choose("c_2", ONLINE);

        assertThat(settled()).isEqualTo(ONLINE);
    }

    @Test
    void awayOnTheTabThatWasBusyEndsBusy() {
        open("c_1");
        choose("c_1", BUSY);
        choose("c_1", AWAY);

        assertThat(settled()).isEqualTo(AWAY);
    }

    @Test
    void whoChoosesOfflineLooksGone() {
        open("c_1");
        choose("c_1", OFFLINE);

        assertThat(settled()).isEqualTo(OFFLINE);
        assertThat(person.standing().lastSeen()).isEqualTo(NOW);
        assertThat(person.standing().leavesAt()).isNull();
    }

    @Test
    void theLastTabGoneBeginsTheGracePeriodOnce() {
        open("c_1");
        settled();
        close("c_1");

        assertThat(settled()).isEqualTo(ONLINE);
        assertThat(person.standing().leavesAt()).isEqualTo(NOW.plus(GRACE));

        person = person.settled(NOW.plusSeconds(5), NOW.plusSeconds(5), GRACE);
        assertThat(person.standing().leavesAt()).isEqualTo(NOW.plus(GRACE));
    }

    @Test
    void theGracePeriodOverIsOffline() {
        open("c_1");
        choose("c_1", BUSY);
        settled();
        close("c_1");
        settled();

        person = person.left(NOW.plus(GRACE).minusMillis(1));
        assertThat(settled()).isEqualTo(BUSY);
        person = person.left(NOW.plus(GRACE));

        assertThat(settled()).isEqualTo(OFFLINE);
        assertThat(person.standing().lastSeen()).isEqualTo(NOW);
        assertThat(person.choice()).isNull();
    }

    @Test
    void comingBackInTimeChangesNothing() {
        open("c_1");
        choose("c_1", BUSY);
        settled();
        close("c_1");
        settled();
        open("c_2");

        assertThat(settled()).isEqualTo(BUSY);
        assertThat(person.standing().leavesAt()).isNull();
        assertThat(person.standing().lastSeen()).isNull();
        assertThat(person.left(NOW.plus(GRACE))).isSameAs(person);
    }

    @Test
    void whatAnUnknownConnectionSaysIsNotHeard() {
        open("c_1");
        choose("c_9", BUSY);
        close("c_9");

        assertThat(settled()).isEqualTo(ONLINE);
    }

    private void open(String connection) {
        person = person.opened(connection, GRACE_HOPPER);
    }

    private void close(String connection) {
        person = person.closed(connection, NOW);
    }

    private void choose(String connection, Status status) {
        person = person.chose(connection, status, NOW);
    }

    private Status settled() {
        person = person.settled(NOW, NOW, GRACE);
        return person.standing().status();
    }
}
