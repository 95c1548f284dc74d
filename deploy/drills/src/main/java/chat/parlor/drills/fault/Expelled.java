package chat.parlor.drills.fault;

import chat.parlor.drills.member.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A member is removed while it listens, and another while it is away; neither gets to see anything more.
record Expelled() implements Drill {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Override
    public String name() {
        return "expelled";
    }

    @Override
    public String about() {
        return "a member is removed while it listens and wants to come back";
    }

    @Override
    public void happen(Scene scene) {
        scene.fault();
        var owner = scene.people().stranger("owner");
        var guest = scene.people().stranger("expelled");
        var room = scene.people().room("expelling", List.of(owner, guest));
        try (var socket = Socket.open(guest.api(), guest.token())) {
            socket.await("welcome", PATIENCE);
            socket.send("room.open", Map.of("ref", "open", "room", room, "after", 0));
            var epoch = socket.await("room.opened", PATIENCE).text("epoch");
            owner.api().callForNothing(owner.token(), "DELETE", "/rooms/" + room + "/members/" + guest.id());
            socket.await("room.left", PATIENCE);
            socket.send("room.open", Map.of("ref", "again", "room", room, "after", 1, "epoch", Long.parseLong(epoch)));
            var code = socket.await("error", PATIENCE).code();
            scene.expect(code.equals("not-a-member"), "opened again: " + code + " (expected: not-a-member)");
            socket.send("message.send", Map.of("ref", "m", "room", room, "id", "late", "text", "me again"));
            var refused = socket.await("error", PATIENCE).code();
            scene.expect(refused.equals("not-a-member"), "sent: " + refused + " (expected: not-a-member)");
        }
        scene.expectNobodyDropped();
    }
}
