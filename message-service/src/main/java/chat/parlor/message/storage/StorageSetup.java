package chat.parlor.message.storage;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StorageSetup {

    @Bean
    Storage storage(StorageProperties properties) {
        return switch (properties.storage().kind()) {
            case disk -> new Disk(properties.folder());
            case s3 -> bucket(properties);
        };
    }

    private static Storage bucket(StorageProperties properties) {
        var storage = properties.storage();
        var client = BucketClient.of(storage);
        var incoming = properties.folder().resolve("incoming");
        try {
            new BucketCheck(client, storage).run();
        } catch (StorageUnusable wrong) {
            client.close();
            throw wrong;
        }
        return new Bucket(client, storage.bucket(), storage.prefix(), incoming);
    }
}
