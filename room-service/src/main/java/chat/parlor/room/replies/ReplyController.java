package chat.parlor.room.replies;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.problem.Problems;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Quick replies over HTTP.
@RestController
@RequestMapping("/api/v1/replies")
class ReplyController {

    private final Replies replies;

    ReplyController(Replies replies) {
        this.replies = replies;
    }

    /// @param shared whether everybody at the desk has it; the caller's own otherwise
    record View(
            String id, boolean shared, String shortcut, String title, String body, long version, Instant updatedAt) {
        static View of(QuickReply reply) {
            var words = reply.words();
            return new View(
                    reply.id(),
                    reply.shared(),
                    words.shortcut(),
                    words.title(),
                    words.body(),
                    reply.version(),
                    reply.updatedAt());
        }
    }

    /// All of them: the bounds of the feature keep the list short.
    record Views(List<View> items) {}

    @GetMapping
    Mono<Views> list(Caller caller) {
        return replies.list(caller)
                .map(found -> new Views(found.stream().map(View::of).toList()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<View> add(@RequestBody ReplyForm form, Caller caller) {
        return replies.add(caller, form).map(View::of);
    }

    @PutMapping("/{reply}")
    Mono<View> change(@PathVariable String reply, @RequestBody ReplyForm form, Caller caller) {
        return replies.change(caller, reply, form).map(View::of);
    }

    @DeleteMapping("/{reply}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(@PathVariable String reply, Caller caller) {
        return replies.delete(caller, reply);
    }

    @ExceptionHandler
    ProblemDetail refused(ReplyRefusal refusal) {
        return switch (refusal) {
            case ReplyRefusal.Invalid invalid -> Problems.invalid(invalid.errors());
            case ReplyRefusal.NotAllowed not ->
                Problems.of(HttpStatus.FORBIDDEN, "not-allowed", "Not allowed", not.getMessage());
            case ReplyRefusal.Unknown unknown ->
                Problems.of(HttpStatus.NOT_FOUND, "unknown-reply", "No such quick reply", unknown.getMessage());
            case ReplyRefusal.ShortcutTaken taken -> conflict("shortcut-taken", "The shortcut is taken", taken);
            case ReplyRefusal.TooMany most -> conflict("too-many-replies", "No place for another one", most);
            case ReplyRefusal.Changed changed -> changed(changed);
        };
    }

    private static ProblemDetail changed(ReplyRefusal.Changed changed) {
        var problem = conflict("reply-changed", "Changed meanwhile", changed);
        problem.setProperty("reply", View.of(changed.now()));
        return problem;
    }

    private static ProblemDetail conflict(String code, String title, ReplyRefusal refusal) {
        return Problems.of(HttpStatus.CONFLICT, code, title, refusal.getMessage());
    }
}
