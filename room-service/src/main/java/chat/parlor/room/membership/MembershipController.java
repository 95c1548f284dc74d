package chat.parlor.room.membership;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.room.domain.MemberRole;
import chat.parlor.room.domain.Room;
import chat.parlor.room.inbox.Inbox;
import chat.parlor.room.inbox.RoomView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Makes rooms and changes who belongs to them.
@RestController
@RequestMapping("/api/v1/rooms")
class MembershipController {

    private final Creation creation;
    private final Memberships memberships;
    private final Inbox inbox;

    MembershipController(Creation creation, Memberships memberships, Inbox inbox) {
        this.creation = creation;
        this.memberships = memberships;
        this.inbox = inbox;
    }

    /// @param role what the member shall be; unchanged, or a plain member, when absent
    /// @param muted whether the member may not write; unchanged when absent
    record Standing(@Nullable String role, @Nullable Boolean muted) {
        @Nullable
        MemberRole granted() {
            return role == null
                    ? null
                    : MemberRole.granted(role)
                            .orElseThrow(() ->
                                    new MembershipRefusal.Invalid("role", "expected: member, moderator or admin"));
        }
    }

    record Called(@Nullable String name) {}

    @PostMapping
    Mono<ResponseEntity<RoomView>> make(@RequestBody NewRoom body, Caller caller) {
        return creation.make(body, caller)
                .flatMap(made -> seen(made.room(), caller)
                        .map(view -> ResponseEntity.status(made.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                                .body(view)));
    }

    @PatchMapping("/{room}")
    Mono<RoomView> rename(@PathVariable String room, @RequestBody Called body, Caller caller) {
        var name = body.name() == null ? "" : body.name();
        return Mono.justOrEmpty(RoomName.error(name))
                .flatMap(error -> Mono.<Room>error(new MembershipRefusal.Invalid(error.field(), error.message())))
                .switchIfEmpty(Mono.defer(() -> memberships.rename(room, caller, name.strip())))
                .flatMap(found -> seen(found, caller));
    }

    @PutMapping("/{room}/members/{account}")
    Mono<RoomView> put(
            @PathVariable String room,
            @PathVariable String account,
            @RequestBody(required = false) @Nullable Standing body,
            Caller caller) {
        var standing = body == null ? new Standing(null, null) : body;
        return memberships
                .put(room, caller, account, standing.granted(), standing.muted())
                .flatMap(found -> seen(found, caller));
    }

    @DeleteMapping("/{room}/members/{account}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(@PathVariable String room, @PathVariable String account, Caller caller) {
        return memberships.remove(room, caller, account).then();
    }

    private Mono<RoomView> seen(Room room, Caller caller) {
        return inbox.view(room, caller);
    }
}
