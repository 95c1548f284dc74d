package chat.parlor.presence.people;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One person, however many tabs it has. Facts change the tabs and the choice; [#settled] draws the conclusion.
///
/// - `away` is said by a tab: the person is away when all its tabs are.
/// - `busy` and `offline` are chosen by the person: they hold for all tabs, also new ones, until `online` is chosen on
///   any tab, `away` on the one that chose, or the person has left.
///
/// @param who id, kind and name
/// @param tabs the connections that count, and whether each is away
/// @param choice what the person chose to be; null unless `BUSY` or `OFFLINE` was chosen
/// @param standing what follows from all that
record Person(Who who, Map<String, Boolean> tabs, @Nullable Choice choice, Standing standing) {

    record Who(String id, String kind, String name) {}

    /// @param status `BUSY` or `OFFLINE`
    /// @param by the connection it was made on
    record Choice(Status status, String by) {}

    Person {
        tabs = Map.copyOf(tabs);
    }

    /// Somebody never seen before.
    static Person unseen(Who who) {
        return new Person(who, Map.of(), null, Standing.NEVER_SEEN);
    }

    Person opened(String connection, Who now) {
        return new Person(now, with(connection, false), choice, standing);
    }

    Person closed(String connection, Instant at) {
        if (!tabs.containsKey(connection)) {
            return this;
        }
        var left = new HashMap<>(tabs);
        left.remove(connection);
        return new Person(who, left, choice, left.isEmpty() ? standing.seen(at) : standing);
    }

    /// What a connection that does not count says is not heard.
    Person chose(String connection, Status wanted, Instant at) {
        if (!tabs.containsKey(connection)) {
            return this;
        }
        return switch (wanted) {
            case ONLINE -> new Person(who, with(connection, false), null, standing);
            case AWAY -> new Person(who, with(connection, true), unlessBy(connection), standing);
            case BUSY -> new Person(who, with(connection, false), new Choice(wanted, connection), standing);
            case OFFLINE -> new Person(who, with(connection, false), new Choice(wanted, connection), standing.seen(at));
        };
    }

    private @Nullable Choice unlessBy(String connection) {
        return choice != null && choice.by().equals(connection) ? null : choice;
    }

    private Map<String, Boolean> with(String connection, boolean away) {
        var more = new HashMap<>(tabs);
        more.put(connection, away);
        return more;
    }

    /// Draws the conclusion from the tabs as they are.
    ///
    /// @param seen when the person was seen last, should its tabs be gone without a word
    Person settled(Instant now, Instant seen, Duration grace) {
        return new Person(
                who, tabs, choice, tabs.isEmpty() ? standing.leaving(now, seen, grace) : standing.present(derived()));
    }

    private Status derived() {
        if (choice != null) {
            return choice.status();
        }
        return tabs.containsValue(false) ? Status.ONLINE : Status.AWAY;
    }

    /// The person when its grace period is over; unchanged when it is not, or somebody came back.
    Person left(Instant now) {
        var after = standing.left(now);
        return after.equals(standing) ? this : new Person(who, tabs, null, after);
    }
}
