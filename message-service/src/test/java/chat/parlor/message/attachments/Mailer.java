package chat.parlor.message.attachments;

import chat.parlor.chassis.test.Patience;
import chat.parlor.message.files.Documents;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sends files to the service and gets them back.
final class Mailer {

    private static final int CHUNK = 1_000;
    private static final String BOUNDARY = "----a-boundary";

    private final String base;
    private final WebTestClient http;

    Mailer(int port) {
        this.base = "http://localhost:" + port;
        this.http = WebTestClient.bindToServer()
                .baseUrl(base)
                .responseTimeout(Patience.LIMIT)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(-1))
                .build();
    }

    ResponseSpec get(String path, String token) {
        return getAgain(path, token, "\"of another\"");
    }

    ResponseSpec getAgain(String path, String token, String etag) {
        return http.get()
                .uri(URI.create(base + path))
                .headers(headers -> sign(headers, token))
                .headers(headers -> headers.set(HttpHeaders.IF_NONE_MATCH, etag))
                .exchange();
    }

    ResponseSpec getRange(String path, String token, String range) {
        return http.get()
                .uri(URI.create(base + path))
                .headers(headers -> sign(headers, token))
                .headers(headers -> headers.set(HttpHeaders.RANGE, range))
                .exchange();
    }

    ResponseSpec post(String path, String token, String name, byte[] content) {
        var form = new MultipartBodyBuilder();
        form.part("before", "a field that is passed over");
        form.part("file", new ByteArrayResource(content)).filename(name);
        form.part("file", new ByteArrayResource(Documents.HTML)).filename("second.html");
        return http.post()
                .uri(path)
                .headers(headers -> sign(headers, token))
                .body(BodyInserters.fromMultipartData(form.build()))
                .exchange();
    }

    ResponseSpec postText(String path, String token) {
        var form = new MultipartBodyBuilder();
        form.part("file", "a text, no file");
        return http.post()
                .uri(path)
                .headers(headers -> sign(headers, token))
                .body(BodyInserters.fromMultipartData(form.build()))
                .exchange();
    }

    /// Without saying how long it is.
    ResponseSpec postInChunks(String path, String token, byte[] content) {
        var head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n";
        var tail = "\r\n--" + BOUNDARY + "--\r\n";
        var pieces = Flux.range(0, Math.ceilDiv(content.length, CHUNK))
                .map(at -> Arrays.copyOfRange(content, at * CHUNK, Math.min(content.length, (at + 1) * CHUNK)));
        var body = Flux.concat(Flux.just(bytes(head)), pieces, Flux.just(bytes(tail)))
                .<DataBuffer>map(DefaultDataBufferFactory.sharedInstance::wrap);
        return http.post()
                .uri(path)
                .headers(headers -> sign(headers, token))
                .contentType(MediaType.parseMediaType("multipart/form-data; boundary=" + BOUNDARY))
                .body(BodyInserters.fromDataBuffers(body))
                .exchange();
    }

    JsonNode body(ResponseSpec answer) {
        var bytes = answer.expectBody(byte[].class).returnResult().getResponseBody();
        return JsonMapper.shared().readTree(Objects.requireNonNull(bytes));
    }

    String code(ResponseSpec refused) {
        return body(refused).get("code").asString();
    }

    private static void sign(HttpHeaders headers, String token) {
        if (!token.isEmpty()) {
            headers.setBearerAuth(token);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
