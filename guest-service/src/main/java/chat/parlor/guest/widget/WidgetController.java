package chat.parlor.guest.widget;

import chat.parlor.chassis.mail.Mails;
import chat.parlor.guest.identity.Identities;
import chat.parlor.guest.settings.Ask;
import chat.parlor.guest.settings.Settings;
import chat.parlor.guest.settings.WidgetSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1/widget")
class WidgetController {

    private static final int TAG_CHARS = 32;
    private static final MediaType CARD = new MediaType("text", "vcard", StandardCharsets.UTF_8);
    private final Settings settings;
    private final Identities identities;
    private final Mails mails;
    private final JsonMapper json;
    private final Clock clock;

    WidgetController(Settings settings, Identities identities, Mails mails, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.identities = identities;
        this.mails = mails;
        this.json = json;
        this.clock = clock;
    }

    /// Open to anyone. The entity tag is a digest of the answer, so it changes with the settings and with the hours;
    /// a matching `If-None-Match` is answered 304.
    @GetMapping
    Mono<ResponseEntity<byte[]>> show() {
        return Mono.zip(settings.widget(), identities.policy(), this::answer);
    }

    /// Open to anyone, as long as the settings offer it; 404 otherwise.
    @GetMapping("/card")
    Mono<ResponseEntity<byte[]>> card() {
        return settings.widget()
                .filter(current -> current.enabled() && current.contact().card())
                .map(BusinessCard::of)
                .map(WidgetController::file)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static ResponseEntity<byte[]> file(String card) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"contact.vcf\"")
                .cacheControl(CacheControl.noCache())
                .contentType(CARD)
                .body(card.getBytes(StandardCharsets.UTF_8));
    }

    private ResponseEntity<byte[]> answer(WidgetSettings current, Ask identity) {
        var body = json.writeValueAsBytes(WidgetView.of(current, mails.on(), identity, clock.instant()));
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
