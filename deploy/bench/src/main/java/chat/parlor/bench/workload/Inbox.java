package chat.parlor.bench.workload;

import chat.parlor.bench.load.Stage;
import chat.parlor.bench.subject.Desk;
import chat.parlor.bench.workload.Turns.Asking;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/// Lists and searches of a desk with many conversations, one request after the other.
///
/// @param rooms how many conversations there are
public record Inbox(int rooms) implements Workload {

    @Override
    public List<Figure> run(Stage stage) {
        if (!(stage.target() instanceof Desk desk)) {
            throw new IllegalArgumentException("the inbox is measured on Parlor alone: --peers none");
        }
        var meter = new Meter(stage);
        var began = System.nanoTime();
        desk.fill(rooms);
        meter.add("filled", "s", (System.nanoTime() - began) / 1e9);
        new Turns(meter)
                .ask(List.of(
                        list(desk, "everything", ""),
                        list(desk, "all conversations", "kind=guest"),
                        list(desk, "mine", "kind=guest&assignee=me"),
                        list(desk, "of a colleague", "kind=guest&assignee=a_9"),
                        list(desk, "unassigned", "kind=guest&assignee=none"),
                        list(desk, "queue", "kind=guest&status=queued"),
                        list(desk, "closed", "kind=guest&status=closed"),
                        list(desk, "with a tag", "kind=guest&tag=t_3"),
                        list(desk, "unread", "kind=guest&unread=true"),
                        new Asking("paging on and on", true, pages(desk)::next),
                        search(desk, "rare name", Desk.RARE_NAME, true),
                        search(desk, "common name", Desk.COMMON_NAME, true),
                        search(desk, "absent name", Desk.ABSENT_NAME, false),
                        search(desk, "two characters", "Za", false),
                        search(desk, "last words", "ayuda con mi", true)));
        return meter.figures();
    }

    private static Asking list(Desk desk, String name, String query) {
        return new Asking(name, true, () -> desk.page(query).size());
    }

    private static Asking search(Desk desk, String name, String words, boolean finds) {
        var query = "kind=guest&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
        return new Asking(name, finds, () -> desk.page(query).size());
    }

    private interface Pages {
        int next();
    }

    /// Page after page, from the beginning again after the last.
    private static Pages pages(Desk desk) {
        var cursor = new AtomicReference<>("");
        return () -> {
            var page = desk.page("kind=guest" + (cursor.get().isEmpty() ? "" : "&cursor=" + cursor.get()));
            cursor.set(page.next());
            return page.size();
        };
    }
}
