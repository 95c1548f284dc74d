package chat.parlor.local;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Does two things side by side.
final class Together {
    private Together() {}

    /// Runs both to their end; throws what the first of them threw.
    static void run(Runnable one, Runnable other) {
        var aside =
                CompletableFuture.runAsync(other, command -> Thread.ofPlatform().start(command));
        try {
            one.run();
        } finally {
            await(aside);
        }
    }

    private static void await(CompletableFuture<Void> aside) {
        try {
            aside.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }
}
