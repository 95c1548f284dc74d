package chat.parlor.local;

import chat.parlor.local.refusal.Refused;
import chat.parlor.local.refusal.Refused.Reason;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Asks the owner of a read model to make it anew, in the name of a service: whoever can read the folder's secrets may.
final class Rebuild {

    private static final int OK = 200;
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(1);

    private final Site site;
    private final Terminal terminal;

    Rebuild(Site site, Terminal terminal) {
        this.site = site;
        this.terminal = terminal;
    }

    /// Waits for its end, however long that takes, and says what came of it.
    ///
    /// @throws Refused when nothing runs there, or when it failed
    int run(ReadModel model) {
        var owner = model.owner().key();
        if (!site.ports().has(owner)) {
            throw away(model);
        }
        var response = ask(model, site.ports().of(owner));
        if (response.statusCode() != OK) {
            throw new Refused(
                    Reason.FAILED, model.word() + " not rebuilt: answered " + response.statusCode() + "; try again");
        }
        terminal.say("Rebuilt " + model.word() + ": " + response.body());
        return 0;
    }

    private HttpResponse<String> ask(ReadModel model, int port) {
        var uri = URI.create("http://127.0.0.1:" + port + "/internal/" + model.word() + "/rebuild");
        var request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token())
                .POST(BodyPublishers.noBody())
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw away(model);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refused(Reason.FAILED, model.word() + ": not waited for; it goes on");
        }
    }

    private Refused away(ReadModel model) {
        return new Refused(
                Reason.FAILED,
                "Parlor does not run on " + site.folder().root() + "; " + model.word()
                        + " can only be rebuilt while it does");
    }

    /// A service token, as `chassis` verifies it.
    private String token() {
        var claims = "{\"aud\":\"parlor\",\"sub\":\"launcher\",\"kind\":\"service\",\"name\":\"launcher\",\"exp\":"
                + Instant.now().plus(TOKEN_LIFE).getEpochSecond() + "}";
        var signed = encoded("{\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.getBytes(StandardCharsets.UTF_8));
        try {
            var mac = Mac.getInstance("HmacSHA256");
            var secret = site.secrets().get("service").getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return signed + "." + encoded(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HmacSHA256", missing);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
