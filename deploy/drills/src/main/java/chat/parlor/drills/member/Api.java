package chat.parlor.drills.member;

import chat.parlor.drills.stack.Pause;
import chat.parlor.drills.stack.Unexpected;
import chat.parlor.guarantees.Entry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The public interface, called from one address of this machine.
public final class Api implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final int TRIES = 5;
    private static final String MESSAGE = "message.sent";
    private static final String NOTICE = "a notice";
    private static final int FIRST_FAILURE = 300;
    private static final int PAGE = 100;

    private final String url;
    private final HttpClient http;

    /// @param url where the gateway is
    /// @param address which of the 127.0.0.0/8 to call from
    public Api(String url, String address) {
        this.url = url;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .localAddress(InetAddress.ofLiteral(address))
                .build();
    }

    HttpClient http() {
        return http;
    }

    /// Where sockets are opened.
    public URI socket() {
        return URI.create(url.replaceFirst("^http", "ws") + "/ws");
    }

    /// Signs in and returns the session's token.
    public String signIn(String email, String password) {
        return call("", "POST", "/session", Map.of("email", email, "password", password))
                .path("token")
                .asString();
    }

    /// Calls a route below `/api/v1`; an empty token means no credential.
    ///
    /// @throws Unexpected for any answer but success
    public JsonNode call(String token, String method, String path, Map<String, ?> body) {
        var content =
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        var request = HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
                .timeout(PATIENCE)
                .method(method, content);
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return answer(request.build());
    }

    /// Calls a route that answers nothing.
    ///
    /// @throws Unexpected for any answer but success
    public void callForNothing(String token, String method, String path) {
        var request = HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.noBody())
                .build();
        send(request);
    }

    /// The whole history of a room, as the member behind the token sees it.
    public List<Entry> history(String token, String room) {
        var entries = new ArrayList<Entry>();
        long after = 0;
        while (true) {
            var page = patiently(token, "/rooms/" + room + "/timeline?after=" + after + "&limit=" + PAGE);
            page.path("entries").forEach(item -> entries.add(entry(item)));
            if (page.path("entries").isEmpty()) {
                return entries;
            }
            after = entries.getLast().seq();
        }
    }

    /// Asks again while the answer is that there is too much to do just now.
    private JsonNode patiently(String token, String path) {
        for (int tried = 1; ; tried++) {
            try {
                return call(token, "GET", path, Map.of());
            } catch (Unexpected refused) {
                if (tried == TRIES) {
                    throw refused;
                }
                Pause.of(BETWEEN_TRIES);
            }
        }
    }

    /// An entry of the protocol. What is no message was not sent by the member it names, but by a service for it.
    static Entry entry(JsonNode json) {
        var isMessage = json.path("type").asString("").equals(MESSAGE);
        return new Entry(
                json.path("seq").asLong(),
                isMessage ? json.path("author").path("id").asString("") : NOTICE,
                json.path("id").asString(""));
    }

    private JsonNode answer(HttpRequest request) {
        return JSON.readTree(send(request));
    }

    private String send(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= FIRST_FAILURE) {
                throw new Unexpected(request.method() + " " + request.uri().getPath() + " answered "
                        + response.statusCode() + " " + response.body());
            }
            return response.body();
        } catch (IOException failure) {
            throw new Unexpected("no answer from " + request.uri() + ": " + failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted");
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
