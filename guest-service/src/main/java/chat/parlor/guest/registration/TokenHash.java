package chat.parlor.guest.registration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// What is kept of a token. A token holds 256 random bits, so a plain digest cannot be guessed back, and looking a
/// digest up by an index gives away nothing about the token.
public final class TokenHash {

    private TokenHash() {}

    /// The digest of `token`, 32 bytes.
    public static byte[] of(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
