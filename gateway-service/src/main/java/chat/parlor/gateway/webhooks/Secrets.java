package chat.parlor.gateway.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// Makes the secrets of webhooks, keeps them encrypted (AES-256-GCM, each for its webhook alone) and signs with them as
/// Standard Webhooks has it: HMAC-SHA256 of `id.timestamp.body`.
@Component
class Secrets {

    static final String PREFIX = "whsec_";

    private static final String PURPOSE = "parlor webhook secrets 1";
    private static final String HMAC = "HmacSHA256";
    private static final int SECRET_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    Secrets(WebhookProperties properties) {
        this.key = new SecretKeySpec(hmac(properties.secretKey().getBytes(StandardCharsets.UTF_8), PURPOSE), "AES");
    }

    /// 256 random bits, as they are told.
    String next() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    /// A secret as it is stored for a webhook.
    byte[] closed(String webhook, String secret) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var sealed = cipher(Cipher.ENCRYPT_MODE, webhook, nonce, secret.getBytes(StandardCharsets.US_ASCII));
        var stored = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, stored, NONCE_BYTES, sealed.length);
        return stored;
    }

    /// The secret again.
    String opened(String webhook, byte[] stored) {
        var nonce = Arrays.copyOf(stored, NONCE_BYTES);
        var sealed = Arrays.copyOfRange(stored, NONCE_BYTES, stored.length);
        return new String(cipher(Cipher.DECRYPT_MODE, webhook, nonce, sealed), StandardCharsets.US_ASCII);
    }

    /// The value of `webhook-signature`.
    static String signature(String secret, String delivery, long timestamp, String body) {
        var bytes = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        return "v1," + Base64.getEncoder().encodeToString(hmac(bytes, delivery + "." + timestamp + "." + body));
    }

    private byte[] cipher(int mode, String webhook, byte[] nonce, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(webhook.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the secret of " + webhook + " cannot be read; was the key changed?", e);
        }
    }

    private static byte[] hmac(byte[] secret, String text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }
}
