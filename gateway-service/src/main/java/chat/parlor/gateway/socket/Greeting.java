package chat.parlor.gateway.socket;

import chat.parlor.chassis.identity.CallerKind;
import chat.parlor.gateway.commands.CommandsProperties;
import chat.parlor.gateway.connections.Connections;
import chat.parlor.gateway.frame.ClientFrame.Hello;
import chat.parlor.gateway.frame.ServerFrame.Limits;
import chat.parlor.gateway.frame.ServerFrame.Self;
import chat.parlor.gateway.frame.ServerFrame.Welcome;
import chat.parlor.gateway.identity.Login;
import chat.parlor.gateway.identity.Logins;
import chat.parlor.gateway.peer.Peers;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Finds out who says hello and lets them in, or not.
@Component
class Greeting {

    private static final Duration LOGIN_TIMEOUT = Duration.ofSeconds(4);

    private final Logins logins;
    private final SessionEndings ended;
    private final Peers peers;
    private final Connections connections;
    private final SocketProperties properties;
    private final AdmissionProperties admission;
    private final CommandsProperties commands;

    Greeting(
            Logins logins,
            SessionEndings ended,
            Peers peers,
            Connections connections,
            SocketProperties properties,
            AdmissionProperties admission,
            CommandsProperties commands) {
        this.logins = logins;
        this.ended = ended;
        this.peers = peers;
        this.connections = connections;
        this.properties = properties;
        this.admission = admission;
        this.commands = commands;
    }

    /// What came of a hello.
    enum Verdict {
        WELCOME,
        TOO_MANY,
        ENDED
    }

    /// Who it is: by the token, else by the cookie of the handshake. The socket takes no API keys: no scope opens it.
    ///
    /// @return empty when nobody; fails when it cannot be told
    Mono<Login> login(Hello hello, Optional<Login> cookie) {
        var token = hello.token();
        return token == null
                ? Mono.justOrEmpty(cookie)
                : logins.byToken(token)
                        .timeout(LOGIN_TIMEOUT)
                        .filter(login -> !login.caller().is(CallerKind.BOT));
    }

    /// Lets a session in; one that is not welcome has left no trace.
    Verdict admit(Session session) {
        if (!peers.add(session, mostOf(session.caller().kind()))) {
            return Verdict.TOO_MANY;
        }
        var signIn = session.session();
        if ((signIn != null && ended.contains(signIn))
                || ended.contains(session.caller().id())) {
            peers.remove(session);
            return Verdict.ENDED;
        }
        connections.opened(session);
        return Verdict.WELCOME;
    }

    private int mostOf(CallerKind kind) {
        return kind == CallerKind.GUEST ? admission.perGuest() : admission.perAccount();
    }

    /// A session that was let in is gone.
    void farewell(Session session) {
        peers.remove(session);
        connections.closed(session);
    }

    Welcome welcome(Session session) {
        var caller = session.caller();
        return new Welcome(
                session.connection(),
                new Self(caller.id(), caller.kind().wire(), caller.name(), caller.roles()),
                properties.heartbeat().toMillis(),
                new Limits(
                        properties.frameBytes().toBytes(),
                        properties.textChars(),
                        commands.sends(),
                        properties.fileBytes().toBytes()));
    }

    /// When to try again after [Verdict#TOO_MANY].
    Duration retryAfter() {
        return admission.retryAfter();
    }
}
