package chat.parlor.room.desk;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.problem.Problems;
import chat.parlor.room.domain.Room;
import chat.parlor.room.inbox.Inbox;
import chat.parlor.room.inbox.RoomView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What people do with conversations.
@RestController
@RequestMapping("/api/v1/rooms/{room}")
class DeskController {

    private final Desk desk;
    private final Snoozes snoozes;
    private final Inbox inbox;

    DeskController(Desk desk, Snoozes snoozes, Inbox inbox) {
        this.desk = desk;
        this.snoozes = snoozes;
        this.inbox = inbox;
    }

    /// @param to the account to transfer to; the queue when absent
    record Transfer(@Nullable String to) {}

    @PostMapping("/handoff")
    Mono<RoomView> handOff(@PathVariable String room, Caller caller) {
        return seen(desk.turn(room, caller, DeskAccess.ANYONE_INSIDE, new DeskCommand.HandOff()), caller);
    }

    @PostMapping("/claim")
    Mono<RoomView> claim(@PathVariable String room, Caller caller) {
        return seen(desk.claim(room, caller), caller);
    }

    @PostMapping("/transfer")
    Mono<RoomView> transfer(
            @PathVariable String room, @RequestBody(required = false) @Nullable Transfer body, Caller caller) {
        var to = body == null ? null : body.to();
        return seen(
                to == null
                        ? desk.turn(room, caller, DeskAccess.ASSIGNEE_OR_SUPERVISOR, new DeskCommand.GiveBack())
                        : desk.transfer(room, caller, to),
                caller);
    }

    @PostMapping("/resolve")
    Mono<RoomView> resolve(@PathVariable String room, Caller caller) {
        return seen(desk.turn(room, caller, DeskAccess.STAFF, new DeskCommand.Resolve()), caller);
    }

    @PostMapping("/close")
    Mono<RoomView> close(@PathVariable String room, Caller caller) {
        return seen(desk.turn(room, caller, DeskAccess.GUEST_OR_STAFF, new DeskCommand.Close()), caller);
    }

    @PostMapping("/end")
    Mono<RoomView> askEnd(@PathVariable String room, Caller caller) {
        return seen(desk.turn(room, caller, DeskAccess.GUEST, new DeskCommand.AskEnd()), caller);
    }

    @PostMapping("/end/decline")
    Mono<RoomView> declineEnd(@PathVariable String room, Caller caller) {
        return seen(desk.turn(room, caller, DeskAccess.ASSIGNEE_OR_SUPERVISOR, new DeskCommand.DeclineEnd()), caller);
    }

    /// @param until when it shall come back
    record Snooze(@Nullable Instant until) {}

    @PutMapping("/snooze")
    Mono<RoomView> snooze(@PathVariable String room, @RequestBody Snooze body, Caller caller) {
        return seen(snoozes.snooze(room, caller, body.until()), caller);
    }

    @DeleteMapping("/snooze")
    Mono<RoomView> wake(@PathVariable String room, Caller caller) {
        return seen(desk.turn(room, caller, DeskAccess.ASSIGNEE_OR_SUPERVISOR, new DeskCommand.Wake()), caller);
    }

    @PostMapping("/reopen")
    Mono<RoomView> reopen(@PathVariable String room, Caller caller) {
        return seen(desk.turn(room, caller, DeskAccess.STAFF, new DeskCommand.Reopen()), caller);
    }

    private Mono<RoomView> seen(Mono<Room> room, Caller caller) {
        return room.flatMap(found -> inbox.view(found, caller));
    }

    @ExceptionHandler
    ProblemDetail refused(DeskRefusal refusal) {
        return switch (refusal) {
            case DeskRefusal.AlreadyClaimed late -> alreadyClaimed(late);
            case DeskRefusal.WrongStatus wrong -> conflict(wrong);
            case DeskRefusal.NoGuest none -> conflict(none);
            case DeskRefusal.NotAllowed not ->
                Problems.of(HttpStatus.FORBIDDEN, "not-allowed", "Not allowed", not.getMessage());
            case DeskRefusal.BadTime bad ->
                Problems.invalid(List.of(new Problems.FieldError("until", bad.getMessage())));
            case DeskRefusal.NoSuchAgent unknown ->
                Problems.invalid(List.of(new Problems.FieldError("to", unknown.getMessage())));
        };
    }

    private static ProblemDetail alreadyClaimed(DeskRefusal.AlreadyClaimed late) {
        var problem = Problems.of(HttpStatus.CONFLICT, "already-claimed", "Somebody was faster", late.getMessage());
        problem.setProperty("claimedBy", late.claimedBy());
        return problem;
    }

    private static ProblemDetail conflict(DeskRefusal refusal) {
        return Problems.of(HttpStatus.CONFLICT, "wrong-status", "Not possible now", refusal.getMessage());
    }
}
