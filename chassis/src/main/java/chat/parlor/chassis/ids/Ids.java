package chat.parlor.chassis.ids;

import java.security.SecureRandom;
import java.util.Base64;

/// Makes identifiers and secrets from a cryptographically strong source. All are URL-safe.
public final class Ids {

    private static final int ID_BYTES = 16;
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private Ids() {}

    /// An identifier of 128 random bits: `prefix` and 22 characters.
    public static String random(String prefix) {
        return prefix + encoded(ID_BYTES);
    }

    /// A secret of 256 random bits: `prefix` and 43 characters.
    public static String secret(String prefix) {
        return prefix + encoded(SECRET_BYTES);
    }

    private static String encoded(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return BASE64.encodeToString(bytes);
    }
}
