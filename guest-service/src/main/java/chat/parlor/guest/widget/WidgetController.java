package chat.parlor.guest.widget;

import chat.parlor.guest.settings.Settings;
import chat.parlor.guest.settings.WidgetSettings;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1/widget")
class WidgetController {

    private static final int TAG_CHARS = 32;
    private final Settings settings;
    private final JsonMapper json;
    private final Clock clock;

    WidgetController(Settings settings, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /// Open to anyone. The entity tag is a digest of the answer, so it changes with the settings and with the hours;
    /// a matching `If-None-Match` is answered 304.
    @GetMapping
    Mono<ResponseEntity<byte[]>> show() {
        return settings.widget().map(this::answer);
    }

    private ResponseEntity<byte[]> answer(WidgetSettings current) {
        var body = json.writeValueAsBytes(WidgetView.of(current, clock.instant()));
        return ResponseEntity.ok()
                .eTag(tag(body))
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    private static String tag(byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(digest).substring(0, TAG_CHARS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
