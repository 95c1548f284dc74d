package chat.parlor.gateway.routing;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.identity.CallerKind;
import chat.parlor.chassis.identity.Callers;
import chat.parlor.gateway.audit.AuditEntry;
import chat.parlor.gateway.audit.AuditEntry.Action;
import chat.parlor.gateway.audit.AuditEntry.Result;
import chat.parlor.gateway.audit.AuditLog;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/// Writes calls of other services that have to be accounted for into the audit log, before their answer begins: one
/// that cannot be accounted for is not answered.
@Component
class AuditedCalls implements GatewayFilter {

    /// Before the credential is swapped.
    static final int ORDER = 0;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final List<Audited> AUDITED = List.of(
            new Audited(HttpMethod.GET, path("/api/v1/guests/{subject}/export"), Action.GUEST_EXPORTED),
            new Audited(HttpMethod.POST, path("/api/v1/guests/{subject}/erasure"), Action.GUEST_ERASING),
            new Audited(HttpMethod.PUT, path("/api/v1/settings/identity"), Action.IDENTITY_CHANGED),
            new Audited(HttpMethod.POST, path("/api/v1/settings/identity/keys"), Action.IDENTITY_KEY_MADE),
            new Audited(HttpMethod.DELETE, path("/api/v1/settings/identity/keys/{subject}"), Action.IDENTITY_KEY_ENDED),
            new Audited(HttpMethod.PUT, path("/api/v1/retention"), Action.RETENTION_CHANGED),
            new Audited(HttpMethod.PUT, path("/api/v1/rooms/{subject}/holds/{hold}"), Action.HOLD_PUT),
            new Audited(HttpMethod.DELETE, path("/api/v1/rooms/{subject}/holds/{hold}"), Action.HOLD_LIFTED));

    private final AuditLog audit;

    AuditedCalls(AuditLog audit) {
        this.audit = audit;
    }

    private record Audited(HttpMethod method, PathPattern path, Action action) {

        Optional<Call> call(ServerHttpRequest request) {
            return Optional.of(request)
                    .filter(asked -> method.equals(asked.getMethod()))
                    .map(asked -> path.matchAndExtract(asked.getPath().pathWithinApplication()))
                    .map(match -> new Call(action, match.getUriVariables().getOrDefault("subject", "")));
        }
    }

    private record Call(Action action, String subject) {}

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        AUDITED.stream()
                .flatMap(audited -> audited.call(exchange.getRequest()).stream())
                .findFirst()
                .ifPresent(call -> exchange.getResponse().beforeCommit(() -> audit.record(entry(call, exchange))));
        return chain.filter(exchange);
    }

    private static AuditEntry entry(Call call, ServerWebExchange exchange) {
        var caller = Callers.of(exchange);
        var status = exchange.getResponse().getStatusCode();
        var done = status != null && status.is2xxSuccessful();
        return new AuditEntry(
                call.action(),
                caller.filter(who -> who.is(CallerKind.ACCOUNT)).map(Caller::id).orElse(null),
                ID.matcher(call.subject()).matches() ? call.subject() : null,
                caller.map(Caller::address).orElse(null),
                done ? Result.OK : Result.FAILED);
    }

    private static PathPattern path(String pattern) {
        return PathPatternParser.defaultInstance.parse(pattern);
    }
}
