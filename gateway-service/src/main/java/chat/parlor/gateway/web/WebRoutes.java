package chat.parlor.gateway.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// Serves the web apps. Files named by their content are kept for ever, all others are asked for anew by their tag.
@Configuration(proxyBeanMethods = false)
class WebRoutes {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final String POLICY = "Content-Security-Policy";
    private static final String INDEX = "index.html";
    private static final String NOT_BUILT = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <title>Parlor: the web apps are not built</title>
            <h1>The web apps are not built</h1>
            <p>The services run, but this build was made without the console and the widget. Build them and start again:
            <pre>cd gateway-service/web &amp;&amp; npm ci &amp;&amp; npm run build</pre>
            """;

    private final WebFiles files;

    WebRoutes(WebFiles files) {
        this.files = files;
    }

    @Bean
    RouterFunction<ServerResponse> webApps() {
        var routes = RouterFunctions.route().route(read("/"), request -> moved("/console/"));
        for (var app : App.values()) {
            var root = "/" + app.folder();
            routes.route(read(root), request -> moved(root + "/"))
                    .route(read(root + "/{*path}"), request -> answer(app, request));
        }
        return routes.build();
    }

    private static RequestPredicate read(String pattern) {
        return RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD).and(RequestPredicates.path(pattern));
    }

    private static Mono<ServerResponse> moved(String path) {
        return ServerResponse.status(HttpStatus.FOUND)
                .location(URI.create(path))
                .build();
    }

    private Mono<ServerResponse> answer(App app, ServerRequest request) {
        var path = request.pathVariable("path").substring(1);
        return found(app, path)
                .map(file -> file(app, file, request))
                .orElseGet(() -> isPlace(app, path) ? notBuilt() : notFound());
    }

    private Optional<WebFile> found(App app, String path) {
        var folder = app.folder() + "/";
        var file = files.at(folder + path);
        return file.isEmpty() && isPlace(app, path) ? files.at(folder + INDEX) : file;
    }

    /// A page rather than a file that is missing.
    private static boolean isPlace(App app, String path) {
        return path.isEmpty() || (app.hasPlaces() && path.indexOf('.', path.lastIndexOf('/') + 1) < 0);
    }

    private static Mono<ServerResponse> file(App app, WebFile file, ServerRequest request) {
        var packed = file.isPacked() && acceptsGzip(request);
        describe(app, file, request.exchange().getResponse().getHeaders());
        return request.checkNotModified(file.tag(packed)).switchIfEmpty(Mono.defer(() -> whole(file, packed)));
    }

    /// What holds for a file that is sent and for one that is not because the browser has it: with the answer 304 too,
    /// browsers take the headers for those of the page they kept.
    private static void describe(App app, WebFile file, HttpHeaders headers) {
        headers.setCacheControl(file.isLasting() ? FOR_EVER : CacheControl.noCache());
        headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        headers.set(POLICY, app.policy());
        if (app.isShared()) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
            headers.set("Cross-Origin-Resource-Policy", "cross-origin");
        }
    }

    private static Mono<ServerResponse> whole(WebFile file, boolean packed) {
        var answer = ServerResponse.ok().contentType(file.type()).eTag(file.tag(packed));
        if (packed) {
            answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return answer.bodyValue(file.bytes(packed));
    }

    private static boolean acceptsGzip(ServerRequest request) {
        return request.headers().header(HttpHeaders.ACCEPT_ENCODING).stream().anyMatch(value -> value.contains("gzip"));
    }

    private static Mono<ServerResponse> notBuilt() {
        return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .bodyValue(NOT_BUILT);
    }

    private static Mono<ServerResponse> notFound() {
        return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
