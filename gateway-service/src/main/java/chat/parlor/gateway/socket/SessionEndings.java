package chat.parlor.gateway.socket;

import chat.parlor.gateway.identity.Logins;
import chat.parlor.gateway.peer.Closing;
import chat.parlor.gateway.peer.Peers;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.util.retry.Retry;

/// Closes the sockets of sessions as they end, and of guests as they are erased, also of those that are just being let
/// in.
@Component
class SessionEndings implements InitializingBean, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(SessionEndings.class);
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Logins logins;
    private final Peers peers;
    /// Sessions, and guests, that ended lately: their credential may have been looked up just before.
    private final Cache<String, Boolean> lately =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build();
    private Disposable listening = Disposables.disposed();

    SessionEndings(Logins logins, Peers peers) {
        this.logins = logins;
        this.peers = peers;
    }

    @Override
    public void afterPropertiesSet() {
        listening = logins.ended()
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE))
                .subscribe(this::end, failure -> LOG.error("no longer told of ended sessions", failure));
    }

    private void end(String session) {
        lately.put(session, true);
        Stream.concat(peers.ofSession(session), peers.of(session).stream())
                .forEach(peer -> peer.end(Closing.UNAUTHORIZED));
    }

    /// Whether the session, or the guest, ended lately. Ask after the peer was added.
    boolean contains(String session) {
        return lately.getIfPresent(session) != null;
    }

    @Override
    public void destroy() {
        listening.dispose();
    }
}
