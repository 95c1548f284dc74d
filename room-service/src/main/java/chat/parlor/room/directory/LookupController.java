package chat.parlor.room.directory;

import chat.parlor.chassis.problem.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Room states for services whose news may be late.
@RestController
class LookupController {

    private static final int MOST = 1_000;
    private final Rooms rooms;

    LookupController(Rooms rooms) {
        this.rooms = rooms;
    }

    record Lookup(@Nullable List<String> rooms) {}

    record States(List<RoomState> items) {}

    @PostMapping("/internal/rooms/lookup")
    Mono<States> lookup(@RequestBody Lookup lookup) {
        var ids = lookup.rooms();
        if (ids == null || ids.size() > MOST || ids.contains(null)) {
            return Mono.error(new LookupRefusal());
        }
        return rooms.findAll(ids)
                .map(found -> new States(found.stream().map(RoomState::of).toList()));
    }

    @ExceptionHandler
    ProblemDetail refused(LookupRefusal refusal) {
        return Problems.invalid(List.of(new Problems.FieldError("rooms", refusal.getMessage())));
    }
}
