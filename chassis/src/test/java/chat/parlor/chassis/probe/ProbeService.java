package chat.parlor.chassis.probe;

import chat.parlor.chassis.event.BatchHandler;
import chat.parlor.chassis.event.Received;
import chat.parlor.chassis.event.Subscription;
import chat.parlor.chassis.event.Topics;
import chat.parlor.chassis.identity.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// One topic, one loop, two routes.
@SpringBootApplication
class ProbeService {

    /// Longer than a test takes to publish a handful of records, whatever the machine.
    private static final Duration GATHERING = Duration.ofSeconds(20);

    record Note(String id, String text) {
        public boolean isLong() {
            return text.length() > 100;
        }
    }

    /// What the loop has been given, and how it is to misbehave.
    static final class Desk implements BatchHandler<Note> {
        final List<Received<Note>> handled = new CopyOnWriteArrayList<>();
        /// The texts of each batch of the loop that waits for company.
        final List<List<String>> gathered = new CopyOnWriteArrayList<>();
        volatile BatchHandler<Note> mood = batch -> {};

        @Override
        public void handle(List<Received<Note>> batch) throws Exception {
            mood.handle(batch);
            handled.addAll(batch);
        }

        List<String> texts() {
            return handled.stream().map(received -> received.body().text()).toList();
        }
    }

    @Bean
    Desk desk() {
        return new Desk();
    }

    @Bean
    NewTopic notes(Topics topics) {
        return topics.kept("notes", Duration.ofHours(1));
    }

    @Bean
    Subscription<Note> reading(Desk desk) {
        return Subscription.<Note>to("notes")
                .named("desk")
                .reading("note.v1", Note.class)
                .inGroup()
                .handledBy(desk);
    }

    @Bean
    Subscription<Note> gathering(Desk desk) {
        return Subscription.<Note>to("notes")
                .named("gathering")
                .reading("note.v1", Note.class)
                .inGroup()
                .gathering(GATHERING)
                .handledBy(batch -> desk.gathered.add(
                        batch.stream().map(received -> received.body().text()).toList()));
    }

    @RestController
    static class Routes {
        @GetMapping("/api/v1/whoami")
        Map<String, String> whoami(Caller caller) {
            return Map.of("id", caller.id(), "kind", caller.kind().wire());
        }

        @PostMapping("/api/v1/notes")
        Note echo(@RequestBody Note note) {
            return note;
        }

        @GetMapping("/internal/secret")
        String secret() {
            return "for services";
        }

        @GetMapping("/api/v1/broken")
        String broken() {
            throw new IllegalStateException("select password from accounts");
        }
    }
}
