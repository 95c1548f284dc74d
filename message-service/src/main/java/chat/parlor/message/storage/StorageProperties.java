package chat.parlor.message.storage;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where files are kept. Keys: `parlor.message.attachments.folder` and `parlor.message.attachments.storage.*`.
///
/// @param folder where files are kept, or only come together when they are kept in a bucket; default `data/files`
/// @param storage what keeps them
@ConfigurationProperties("parlor.message.attachments")
record StorageProperties(
        @DefaultValue("data/files") Path folder,
        @DefaultValue Kept storage) {

    /// What keeps files.
    enum Kind {
        /// The folder.
        disk,
        /// A bucket of an S3-compatible store.
        s3
    }

    /// What keeps files, and how patiently a bucket is asked. Everything but the first is for `s3`.
    ///
    /// @param kind `disk` or `s3`; default `disk`
    /// @param endpoint where the store answers, like `https://s3.example.org`; default Amazon's, by region
    /// @param region of the bucket; default `us-east-1`
    /// @param bucket its name; no default
    /// @param pathStyle whether the bucket stands in the path and not in the host name; default true
    /// @param prefix what the names of objects begin with, like `parlor/`; default nothing
    /// @param accessKey to sign in with; default what the environment or the machine gives
    /// @param secretKey of the access key
    /// @param connectTimeout how long a connection may take; default 2 s
    /// @param answerTimeout how long the store may be silent; default 10 s
    /// @param attemptTimeout how long one try may take; default 20 s
    /// @param timeout how long all tries together may take; default 45 s
    /// @param retries how often a call is tried again, 0 to 10; default 2
    /// @param connections the most at a time, 1 to 1,000; default 100
    record Kept(
            @DefaultValue("disk") Kind kind,
            @DefaultValue("") String endpoint,
            @DefaultValue("us-east-1") String region,
            @DefaultValue("") String bucket,
            @DefaultValue("true") boolean pathStyle,
            @DefaultValue("") String prefix,
            @DefaultValue("") String accessKey,
            @DefaultValue("") String secretKey,
            @DefaultValue("2s") Duration connectTimeout,
            @DefaultValue("10s") Duration answerTimeout,
            @DefaultValue("20s") Duration attemptTimeout,
            @DefaultValue("45s") Duration timeout,
            @DefaultValue("2") int retries,
            @DefaultValue("100") int connections) {

        private static final String KEY = "parlor.message.attachments.storage.";

        Kept {
            require(kind == Kind.disk || !bucket.isBlank(), "bucket", bucket, "a name, because kind is s3");
            require(endpoint.isEmpty() || endpoint.matches("https?://[^/]+"), "endpoint", endpoint, "https://host");
            require(prefix.matches("|[^/].*/"), "prefix", prefix, "one that ends with / and does not begin with it");
            if (accessKey.isEmpty() != secretKey.isEmpty()) {
                throw new IllegalArgumentException(
                        KEY + "access-key and secret-key: only one (expected: both or none)");
            }
            require(retries >= 0 && retries <= 10, "retries", retries, "0 to 10");
            require(connections >= 1 && connections <= 1000, "connections", connections, "1 to 1000");
            require(timeout.compareTo(attemptTimeout) >= 0, "timeout", timeout, "no less than attempt-timeout");
        }

        private static void require(boolean fine, String name, Object value, String wanted) {
            if (!fine) {
                throw new IllegalArgumentException(KEY + name + ": \"" + value + "\" (expected: " + wanted + ")");
            }
        }
    }
}
