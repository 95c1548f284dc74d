package chat.parlor.gateway.peer;

import chat.parlor.chassis.identity.CallerKind;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The peers of this node.
@Component
public final class Peers {

    private static final String STAFF = "agent";

    /// Every peer.
    private final Set<Peer> all = ConcurrentHashMap.newKeySet();
    /// The peers of accounts.
    private final Set<Peer> accounts = ConcurrentHashMap.newKeySet();
    /// The peers of each member; a member without peers has no list.
    private final Map<String, List<Peer>> byMember = new ConcurrentHashMap<>();

    /// Adds a peer.
    ///
    /// @param most how many peers its member may have
    /// @return false when the member has that many already; then nothing changes
    public boolean add(Peer peer, int most) {
        var now =
                byMember.compute(peer.caller().id(), (member, had) -> with(had == null ? List.of() : had, peer, most));
        if (!Objects.requireNonNull(now).contains(peer)) {
            return false;
        }
        all.add(peer);
        if (peer.caller().is(CallerKind.ACCOUNT)) {
            accounts.add(peer);
        }
        return true;
    }

    private static List<Peer> with(List<Peer> had, Peer peer, int most) {
        return had.size() >= most
                ? had
                : Stream.concat(had.stream(), Stream.of(peer)).toList();
    }

    /// Removes a peer; one that is not here changes nothing.
    public void remove(Peer peer) {
        all.remove(peer);
        accounts.remove(peer);
        byMember.computeIfPresent(peer.caller().id(), (member, had) -> without(had, peer));
    }

    @SuppressWarnings("NullAway") // null takes the member off the map
    private static List<Peer> without(List<Peer> had, Peer peer) {
        var left = had.stream().filter(other -> other != peer).toList();
        return left.isEmpty() ? null : left;
    }

    /// Everybody.
    public Collection<Peer> all() {
        return Collections.unmodifiableCollection(all);
    }

    /// The peers of `member`, none when it is not connected here.
    public List<Peer> of(String member) {
        return byMember.getOrDefault(member, List.of());
    }

    /// The peers of accounts.
    public Collection<Peer> accounts() {
        return Collections.unmodifiableCollection(accounts);
    }

    /// The peers of accounts that handle guest rooms.
    public Stream<Peer> staff() {
        return accounts.stream().filter(peer -> peer.caller().has(STAFF));
    }

    /// The peers that came in with `session`.
    public Stream<Peer> ofSession(String session) {
        return accounts.stream().filter(peer -> session.equals(peer.session()));
    }
}
