package chat.parlor.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;

class WebRoutesTest {

    private static final String SCRIPT = "console.log('parlor');".repeat(100);

    private final WebTestClient client = client(Map.of(
            "console/index.html", "<!doctype html><title>Console</title>",
            "console/assets/index-B3x9aQz1.js", SCRIPT,
            "console/favicon.svg", "<svg/>",
            "widget/loader.js", "load()",
            "widget/panel-Zz9_aB-1.js", "panel()",
            "demo/index.html", "<!doctype html><title>Demo</title>",
            "chat/index.html", "<!doctype html><title>Conversation</title>"));

    private static WebTestClient client(Map<String, String> contents) {
        var files = new HashMap<String, WebFile>();
        contents.forEach((path, text) -> files.put(path, WebFile.of(path, text.getBytes(StandardCharsets.UTF_8))));
        return WebTestClient.bindToRouterFunction(new WebRoutes(new WebFiles(files)).webApps())
                .configureClient()
                .responseTimeout(Duration.ofSeconds(60))
                .build();
    }

    @Test
    void rootLeadsToTheConsole() {
        for (var path : new String[] {"/", "/console"}) {
            get(path).expectStatus().isFound().expectHeader().location("/console/");
        }
    }

    @Test
    void placesWithinTheConsoleAreItsPage() {
        for (var path : new String[] {"/console/", "/console/rooms/r_1", "/console/index.html"}) {
            get(path)
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .valueEquals(HttpHeaders.CACHE_CONTROL, "no-cache")
                    .expectHeader()
                    .valueEquals(HttpHeaders.CONTENT_TYPE, "text/html;charset=utf-8")
                    .expectBody(String.class)
                    .value(page -> assertThat(page).contains("Console"));
        }
        get("/console/missing.js").expectStatus().isNotFound();
        get("/demo/place").expectStatus().isNotFound();
    }

    @Test
    void filesNamedByTheirContentAreKeptForEver() {
        for (var path : new String[] {"/console/assets/index-B3x9aQz1.js", "/widget/panel-Zz9_aB-1.js"}) {
            get(path)
                    .expectHeader()
                    .valueEquals(HttpHeaders.CACHE_CONTROL, "max-age=31536000, public, immutable")
                    .expectHeader()
                    .valueEquals(HttpHeaders.CONTENT_TYPE, "text/javascript;charset=utf-8");
        }
        get("/widget/loader.js").expectHeader().valueEquals(HttpHeaders.CACHE_CONTROL, "no-cache");
    }

    @Test
    void unchangedFilesAreNotSentAgain() {
        var tag = get("/widget/loader.js")
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag();

        client.get()
                .uri("/widget/loader.js")
                .header(HttpHeaders.IF_NONE_MATCH, String.valueOf(tag))
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.NOT_MODIFIED);
        client.get()
                .uri("/widget/loader.js")
                .header(HttpHeaders.IF_NONE_MATCH, "\"other\"")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void pageThatIsNotSentAgainKeepsItsPolicy() {
        var page = get("/console/").expectBody().returnResult().getResponseHeaders();

        client.get()
                .uri("/console/")
                .header(HttpHeaders.IF_NONE_MATCH, String.valueOf(page.getETag()))
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.NOT_MODIFIED)
                .expectHeader()
                .valueEquals("Content-Security-Policy", String.valueOf(page.getFirst("Content-Security-Policy")))
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "no-cache");
    }

    @Test
    void largeTextIsPackedForWhoReadsIt() {
        var packed = client.get()
                .uri("/console/assets/index-B3x9aQz1.js")
                .header(HttpHeaders.ACCEPT_ENCODING, "br, gzip")
                .exchange()
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_ENCODING, "gzip")
                .expectBody()
                .returnResult();
        var plain = get("/console/assets/index-B3x9aQz1.js")
                .expectHeader()
                .doesNotExist(HttpHeaders.CONTENT_ENCODING)
                .expectBody(String.class)
                .isEqualTo(SCRIPT)
                .returnResult();

        assertThat(packed.getResponseBody()).hasSizeLessThan(SCRIPT.length() / 2);
        assertThat(packed.getResponseHeaders().getETag())
                .isNotEqualTo(plain.getResponseHeaders().getETag());
    }

    @Test
    void pagesRunNothingInlineAndAreNotFramed() {
        for (var path : new String[] {"/console/", "/demo/", "/chat/"}) {
            get(path)
                    .expectHeader()
                    .value(
                            "Content-Security-Policy",
                            policy -> assertThat(policy)
                                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                                    .doesNotContain("unsafe", "*"));
        }
    }

    @Test
    void widgetIsReadableFromEveryPage() {
        get("/widget/loader.js")
                .expectHeader()
                .valueEquals(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .expectHeader()
                .valueEquals("Cross-Origin-Resource-Policy", "cross-origin");
        get("/console/favicon.svg").expectHeader().doesNotExist(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
    }

    @Test
    void nothingOutsideTheAppsIsServed() {
        for (var path : new String[] {
            "/console/../../gateway-service.yml", "/console/%2e%2e/demo/index.html", "/console/..%2f..%2fchassis.yml"
        }) {
            get(path).expectStatus().is4xxClientError();
        }
    }

    @Test
    void missingBuildIsSaidClearly() {
        var empty = client(Map.of());

        empty.get()
                .uri("/console/")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("npm run build").doesNotContain("style=", "<script"));
    }

    private WebTestClient.ResponseSpec get(String path) {
        return client.get().uri(URI.create(path)).exchange();
    }
}
