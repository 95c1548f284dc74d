package chat.parlor.local.demo;

import chat.parlor.local.refusal.Refused;
import chat.parlor.local.refusal.Refused.Reason;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The public REST interface, as anybody may use it.
public final class PublicApi implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// Statuses from here on are not what was asked for.
    private static final int FIRST_FAILURE = 300;

    private final String base;
    private final HttpClient http = client();
    private final JsonMapper json = JsonMapper.builder().build();

    /// The interface of the Parlor at that address.
    public PublicApi(String url) {
        this.base = url + "/api/v1";
    }

    /// Calls without a credential.
    public JsonNode call(String method, String path, Map<String, ?> body) {
        return answer(request(method, path, body));
    }

    /// Calls as whoever the token belongs to.
    public JsonNode call(String token, String method, String path, Map<String, ?> body) {
        return answer(request(method, path, body).header("Authorization", "Bearer " + token));
    }

    @Override
    public void close() {
        http.close();
    }

    /// Calls from another loopback address where there is one: what an address may do in an hour is left to the person
    /// who tries things out from `127.0.0.1`.
    private static HttpClient client() {
        var builder = HttpClient.newBuilder().connectTimeout(PATIENCE);
        if (System.getProperty("os.name", "").startsWith("Linux")) {
            builder.localAddress(new InetSocketAddress("127.0.0.7", 0).getAddress());
        }
        return builder.build();
    }

    private HttpRequest.Builder request(String method, String path, Map<String, ?> body) {
        var content =
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .method(method, content);
        return body.isEmpty() ? request : request.header("Content-Type", "application/json");
    }

    private JsonNode answer(HttpRequest.Builder builder) {
        var request = builder.build();
        var response = send(request);
        if (response.statusCode() >= FIRST_FAILURE) {
            throw new Refused(
                    Reason.FAILED,
                    "the demo was not added: " + request.method() + " "
                            + request.uri().getPath() + " answered " + response.statusCode() + " "
                            + code(response.body()));
        }
        return json.readTree(response.body());
    }

    private String code(byte[] problem) {
        try {
            return json.readTree(problem).path("code").asString("");
        } catch (tools.jackson.core.JacksonException noJson) {
            return "";
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new Refused(Reason.FAILED, "the demo was not added: no answer from " + request.uri());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refused(Reason.FAILED, "the demo was not added: interrupted");
        }
    }
}
