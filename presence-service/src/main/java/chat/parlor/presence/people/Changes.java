package chat.parlor.presence.people;

import chat.parlor.presence.people.ConnectionFact.Chosen;
import chat.parlor.presence.people.ConnectionFact.Closed;
import chat.parlor.presence.people.ConnectionFact.OfMember;
import chat.parlor.presence.people.ConnectionFact.Opened;
import chat.parlor.presence.people.ConnectionTable.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a batch of facts changes about people and their connections. Only the outcome of the whole batch is stored
/// and announced, not each step on the way.
final class Changes {

    private final Map<String, Person> before;
    private final Map<String, Person> after = new LinkedHashMap<>();
    /// On which node each connection spoken of is.
    private final Map<String, String> nodes = new HashMap<>();
    private final Set<String> gone = new HashSet<>();

    private Changes(Map<String, Person> before) {
        this.before = before;
    }

    /// What `facts` change about the people they speak of.
    static Changes of(Map<String, Person> before, List<? extends OfMember> facts, Instant now, Duration grace) {
        var changes = new Changes(before);
        facts.forEach(changes::apply);
        changes.after.replaceAll((id, person) -> person.settled(now, now, grace));
        return changes;
    }

    /// What follows for people some of whose connections may count no longer, or again.
    ///
    /// @param seen when those were seen last whose connections are all gone
    static Changes ofNode(Map<String, Person> before, Instant now, Instant seen, Duration grace) {
        var changes = new Changes(before);
        before.forEach((id, person) -> changes.after.put(id, person.settled(now, seen, grace)));
        return changes;
    }

    /// What follows for people whose grace period may be over.
    static Changes ofLeaving(Map<String, Person> before, Instant now) {
        var changes = new Changes(before);
        before.forEach((id, person) -> changes.after.put(id, person.left(now)));
        return changes;
    }

    private void apply(OfMember fact) {
        nodes.put(fact.connection(), fact.node());
        var known = after.getOrDefault(fact.member(), before.get(fact.member()));
        var changed = changed(fact, known);
        if (changed != null) {
            after.put(fact.member(), changed);
        }
    }

    private @Nullable Person changed(OfMember fact, @Nullable Person known) {
        return switch (fact) {
            case Opened opened -> {
                var who = new Person.Who(opened.member(), opened.kind(), opened.name());
                yield (known == null ? Person.unseen(who) : known).opened(opened.connection(), who);
            }
            case Closed closed -> {
                gone.add(closed.connection());
                yield known == null ? null : known.closed(closed.connection(), closed.at());
            }
            case Chosen chosen -> known == null ? null : known.chose(chosen.connection(), chosen.status(), chosen.at());
        };
    }

    /// Everybody spoken of, as they are now.
    List<Person> people() {
        return List.copyOf(after.values());
    }

    /// Those of whom others must hear.
    List<Person> toAnnounce() {
        return after.values().stream()
                .filter(person ->
                        announced(person.who().id()) != person.standing().status())
                .toList();
    }

    private Status announced(String member) {
        var known = before.get(member);
        return known == null ? Status.OFFLINE : known.standing().status();
    }

    /// Connections that are new or changed.
    List<Connection> opened() {
        return after.values().stream()
                .flatMap(person -> person.tabs().entrySet().stream()
                        .filter(tab -> nodes.containsKey(tab.getKey()))
                        .map(tab -> new Connection(
                                tab.getKey(),
                                nodes.getOrDefault(tab.getKey(), ""),
                                person.who().id(),
                                tab.getValue())))
                .toList();
    }

    /// Connections that are no more.
    Set<String> closed() {
        var closed = new HashSet<>(gone);
        after.values().forEach(person -> closed.removeAll(person.tabs().keySet()));
        return closed;
    }
}
