package chat.parlor.message.storage;

import java.net.URI;
import java.util.Collection;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobProviderMetadata;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.domain.StorageMetadata;
import org.jclouds.blobstore.options.ListContainerOptions;

/// A store that speaks S3, in this process and in memory, with one bucket. What it holds outlives its being away.
public final class S3Store {

    public static final String BUCKET = "parlor-files";
    public static final String ACCESS = "access";
    public static final String SECRET = "secret";

    private final BlobStore blobs = ContextBuilder.newBuilder(new TransientNio2BlobProviderMetadata())
            .credentials(ACCESS, SECRET)
            .build(BlobStoreContext.class)
            .getBlobStore();
    private int port;
    private S3Proxy running;

    public S3Store() {
        blobs.createContainerInLocation(null, BUCKET);
        running = start();
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public void goAway() {
        try {
            running.stop();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    public void comeBack() {
        running = start();
    }

    /// The names of what it holds.
    public Collection<String> names() {
        return blobs.list(BUCKET, ListContainerOptions.Builder.recursive()).stream()
                .map(StorageMetadata::getName)
                .toList();
    }

    private S3Proxy start() {
        var proxy = S3Proxy.builder()
                .blobStore(blobs)
                .endpoint(URI.create(url()))
                .awsAuthentication(AuthenticationType.AWS_V4, ACCESS, SECRET)
                .build();
        try {
            proxy.start();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
        port = proxy.getPort();
        return proxy;
    }
}
