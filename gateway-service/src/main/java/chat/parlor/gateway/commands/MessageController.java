package chat.parlor.gateway.commands;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.identity.CallerKind;
import chat.parlor.chassis.problem.Problems;
import chat.parlor.gateway.commands.Outcome.Refused;
import chat.parlor.gateway.commands.Outcome.Stored;
import chat.parlor.gateway.commands.Outcome.Unknown;
import chat.parlor.gateway.frame.BadFrame;
import chat.parlor.gateway.frame.ClientFrame.SendMessage;
import chat.parlor.gateway.frame.FrameReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// `PUT /rooms/{room}/messages/{id}`: the same command as a socket's `message.send`, answered when it is stored.
@RestController
class MessageController {

    private static final long SECOND_MS = 1_000;

    private final Commands commands;
    private final SendLimit limit;

    MessageController(Commands commands, SendLimit limit) {
        this.commands = commands;
        this.limit = limit;
    }

    record NewMessage(
            @Nullable String text,
            @Nullable Long replyTo,
            @Nullable List<JsonNode> attachments,
            @Nullable List<String> mentions) {}

    @PutMapping("/api/v1/rooms/{room}/messages/{id}")
    Mono<ResponseEntity<Object>> put(
            @PathVariable String room, @PathVariable String id, @RequestBody NewMessage message, Caller caller) {
        if (caller.is(CallerKind.ANONYMOUS)) {
            return Mono.error(new ResponseStatusException(HttpStatus.UNAUTHORIZED));
        }
        var wait = limit.take(caller.id());
        if (wait.isPresent()) {
            return Mono.just(refused(new Refused(
                    "too-many", "Too many messages at once", wait.get().toMillis())));
        }
        try {
            return commands.give(caller, checked(room, id, message))
                    .doOnNext(commands::told)
                    .map(MessageController::answer);
        } catch (BadFrame invalid) {
            return Mono.just(problem(Problems.invalid(List.of(field(invalid)))));
        }
    }

    private static SendMessage checked(String room, String id, NewMessage message) throws BadFrame {
        return FrameReader.checked(new SendMessage(
                null,
                room,
                id,
                message.text() == null ? "" : message.text(),
                message.replyTo(),
                message.attachments(),
                message.mentions()));
    }

    private static Problems.FieldError field(BadFrame invalid) {
        var message = String.valueOf(invalid.getMessage());
        var colon = message.indexOf(':');
        return new Problems.FieldError(
                message.substring(0, colon), message.substring(colon + 1).strip());
    }

    private static ResponseEntity<Object> answer(Outcome outcome) {
        return switch (outcome) {
            case Stored stored ->
                ResponseEntity.status(stored.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(stored.frame().payload());
            case Refused refused -> refused(refused);
            case Unknown unknown ->
                problem(Problems.of(
                        HttpStatus.GATEWAY_TIMEOUT,
                        "unknown-outcome",
                        "It is not known whether the message is stored",
                        "Send it again with the same id"));
        };
    }

    private static ResponseEntity<Object> refused(Refused refused) {
        var status = status(refused.code());
        var problem = Problems.of(status, refused.code(), "The message was not taken", refused.message());
        var answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        var wait = refused.retryAfterMs();
        if (wait != null) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString((wait + SECOND_MS - 1) / SECOND_MS));
        }
        return answer.body(problem);
    }

    private static ResponseEntity<Object> problem(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static HttpStatus status(String code) {
        return switch (code) {
            case "not-a-member", "not-allowed", "muted" -> HttpStatus.FORBIDDEN;
            case "room-closed", "stale-fence", "id-reused" -> HttpStatus.CONFLICT;
            case "unknown-message" -> HttpStatus.NOT_FOUND;
            case "too-many" -> HttpStatus.TOO_MANY_REQUESTS;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
