package chat.parlor.message.storage;

import chat.parlor.chassis.ids.Ids;
import chat.parlor.message.storage.StorageProperties.Kept;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Tries at the start what will be needed later, so that a wrong configuration ends the start and not the first upload.
/// A store that does not answer is another matter: messages do not wait for it.
final class BucketCheck {

    private static final Logger LOG = LoggerFactory.getLogger(BucketCheck.class);
    private static final String TEXT = "Parlor tries whether it may write here.";
    private static final int WRONG = 400;
    private static final int FAILED = 500;

    private final S3AsyncClient client;
    private final Kept storage;
    private final String object;
    /// What is being tried.
    private String trying = "finding it (s3:ListBucket)";

    BucketCheck(S3AsyncClient client, Kept storage) {
        this.client = client;
        this.storage = storage;
        this.object = storage.prefix() + Ids.random("check_");
    }

    /// Blocks; for the start.
    void run() {
        try {
            tryAll();
            LOG.info("storage found bucket={} prefix={}", storage.bucket(), storage.prefix());
        } catch (CompletionException failure) {
            judge(failure.getCause() instanceof Exception cause ? cause : failure);
        }
    }

    private void tryAll() {
        var bucket = storage.bucket();
        client.headBucket(head -> head.bucket(bucket)).join();
        trying = "writing (s3:PutObject)";
        client.putObject(put -> put.bucket(bucket).key(object), AsyncRequestBody.fromString(TEXT))
                .join();
        trying = "reading (s3:GetObject)";
        client.getObject(get -> get.bucket(bucket).key(object), AsyncResponseTransformer.toBytes())
                .join();
        trying = "removing (s3:DeleteObject)";
        client.deleteObject(delete -> delete.bucket(bucket).key(object)).join();
    }

    private void judge(Exception failure) {
        if (failure instanceof S3Exception answer && answer.statusCode() < FAILED) {
            throw new StorageUnusable(said(answer));
        }
        if (failure instanceof SdkClientException
                && String.valueOf(failure.getMessage()).contains("credentials")) {
            throw new StorageUnusable("there is nothing to sign in with; set access-key and secret-key");
        }
        LOG.warn(
                "storage does not answer, files wait for it bucket={} reason={}", storage.bucket(), failure.toString());
    }

    private String said(S3Exception answer) {
        return switch (answer.statusCode()) {
            case 301, WRONG ->
                "the bucket \"" + storage.bucket() + "\" is not in region " + storage.region()
                        + " or not at this endpoint; set region and endpoint to the bucket's";
            case 401, 403 ->
                trying + " is not allowed in bucket \"" + storage.bucket()
                        + "\"; check access-key and secret-key, and what they may do";
            case 404 -> "there is no bucket \"" + storage.bucket() + "\"; create it, or set bucket to one that exists";
            default -> trying + " was answered with " + answer.statusCode();
        };
    }
}
