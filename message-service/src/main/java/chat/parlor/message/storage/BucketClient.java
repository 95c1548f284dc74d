package chat.parlor.message.storage;

import chat.parlor.message.storage.StorageProperties.Kept;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/// The client of a store, as it is configured.
final class BucketClient {

    private static final int THREADS = 2;

    private BucketClient() {}

    static S3AsyncClient of(Kept storage) {
        var client = S3AsyncClient.builder()
                .region(Region.of(storage.region()))
                .forcePathStyle(storage.pathStyle())
                .credentialsProvider(credentials(storage))
                // The newer checksums of Amazon's are not understood by every store that speaks S3.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(http(storage))
                .overrideConfiguration(patience(storage));
        if (!storage.endpoint().isEmpty()) {
            client.endpointOverride(URI.create(storage.endpoint()));
        }
        return client.build();
    }

    private static AwsCredentialsProvider credentials(Kept storage) {
        return storage.accessKey().isEmpty()
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(storage.accessKey(), storage.secretKey()));
    }

    private static NettyNioAsyncHttpClient.Builder http(Kept storage) {
        return NettyNioAsyncHttpClient.builder()
                .eventLoopGroupBuilder(SdkEventLoopGroup.builder().numberOfThreads(THREADS))
                .maxConcurrency(storage.connections())
                .connectionAcquisitionTimeout(storage.answerTimeout())
                .connectionTimeout(storage.connectTimeout())
                .readTimeout(storage.answerTimeout())
                .writeTimeout(storage.answerTimeout());
    }

    /// The time limits count until the answer begins; while content flows only its silence does.
    private static ClientOverrideConfiguration patience(Kept storage) {
        return ClientOverrideConfiguration.builder()
                .apiCallTimeout(storage.timeout())
                .apiCallAttemptTimeout(storage.attemptTimeout())
                .retryStrategy(DefaultRetryStrategy.standardStrategyBuilder()
                        .maxAttempts(1 + storage.retries())
                        .build())
                .build();
    }
}
