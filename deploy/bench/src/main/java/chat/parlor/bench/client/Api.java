package chat.parlor.bench.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The public REST interface.
public final class Api implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int FIRST_FAILURE = 300;
    private static final int PAGE = 100;

    private final String url;
    private final HttpClient http;

    /// @param url where the gateway is, without a path
    public Api(String url) {
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE);
        Loopback.addressFor(this.url).ifPresent(client::localAddress);
        this.http = client.build();
    }

    /// The client all sockets share.
    HttpClient http() {
        return http;
    }

    /// Where sockets are opened.
    URI socket() {
        return URI.create(url.replaceFirst("^http", "ws") + "/ws");
    }

    /// Whether Parlor says that it can serve.
    public boolean isHealthy() {
        try {
            var request = HttpRequest.newBuilder(URI.create(url + "/api/v1/health"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
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

    /// The whole history of a room, as this member sees it.
    public List<Entry> history(String token, String room) {
        var entries = new ArrayList<Entry>();
        long after = 0;
        while (true) {
            var page = call(token, "GET", "/rooms/" + room + "/timeline?after=" + after + "&limit=" + PAGE, Map.of());
            var items = page.path("entries");
            items.forEach(item -> entries.add(Entry.of(item)));
            if (items.isEmpty()) {
                return entries;
            }
            after = entries.getLast().seq();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private JsonNode answer(HttpRequest request) {
        var response = send(request);
        if (response.statusCode() >= FIRST_FAILURE) {
            throw new Unexpected(request.method() + " " + request.uri().getPath() + " answered " + response.statusCode()
                    + " " + code(response.body()));
        }
        return JSON.readTree(response.body());
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new Unexpected("no answer from " + request.uri());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted");
        }
    }

    private static String code(byte[] problem) {
        try {
            return JSON.readTree(problem).path("code").asString("");
        } catch (JacksonException noJson) {
            return "";
        }
    }
}
