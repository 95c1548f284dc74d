package chat.parlor.guest.transcripts;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/// Answers like message-service as far as transcripts need it: one timeline for whoever may read it.
final class TimelineStandIn implements AutoCloseable {

    private static final Pattern BEFORE = Pattern.compile("before=(\\d+)");
    private static final Pattern LIMIT = Pattern.compile("limit=(\\d+)");

    private final DisposableServer server;
    /// What the reader must show; nobody else is a member.
    volatile String credential = "";
    volatile long head = 3;
    volatile boolean away;

    TimelineStandIn() {
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(this::answer)
                .bindNow();
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        var known = ("Bearer " + credential).equals(request.requestHeaders().get("Authorization"));
        return response.status(away ? 503 : known ? 200 : 403)
                .header("Content-Type", "application/json")
                .sendString(Mono.just(known ? page(request.uri()) : "{\"code\":\"not-a-member\"}"))
                .then();
    }

    private String page(String uri) {
        var before = number(BEFORE, uri).orElse(head + 1);
        var from = Math.max(1, before - number(LIMIT, uri).orElseThrow());
        var entries =
                LongStream.range(from, before).mapToObj(TimelineStandIn::entry).collect(Collectors.joining(","));
        return "{\"epoch\":1,\"head\":%d,\"entries\":[%s]}".formatted(head, entries);
    }

    /// Each third entry was deleted or is a notice; the rest are messages.
    private static String entry(long seq) {
        var kind = seq % 3 == 0 ? seq % 2 : 2;
        var type = kind == 1 ? "notice.posted" : "message.sent";
        var deleted = kind == 0 ? ",\"deletedAt\":\"2026-03-01T12:00:00.000Z\"" : "";
        return """
            {"type":"%s","room":"r","epoch":1,"seq":%d,"id":"m%d","author":{"id":"g","kind":"guest","name":"Ada"},\
            "at":"2026-03-01T12:00:00.000Z","text":"said %d;"%s}\
            """.formatted(type, seq, seq, seq, deleted);
    }

    private static Optional<Long> number(Pattern pattern, String uri) {
        return pattern.matcher(uri).results().findFirst().map((MatchResult found) -> Long.parseLong(found.group(1)));
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
