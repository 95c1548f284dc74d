package chat.parlor.local.rehearsal;

import chat.parlor.local.demo.PublicApi;
import java.util.List;
import java.util.Map;

/// An agent and a guest who talk through sockets for as long as it takes the JVM to learn what a message costs: the
/// start-up cache keeps the profiles, and the first real message is as quick as the thousandth.
public final class Rehearsal {

    /// The limits that would slow the talk down, for the rehearsal alone.
    public static final List<String> SETTINGS =
            List.of("--parlor.gateway.commands.sends=100000", "--parlor.gateway.socket.frames=100000");

    /// Beyond the 5,000 or so calls after which a method is compiled for good, with three or more calls a message.
    private static final int MESSAGES = 2_500;

    private final String url;

    /// A rehearsal on the Parlor at that address.
    public Rehearsal(String url) {
        this.url = url;
    }

    /// Talks. Fails with [chat.parlor.local.refusal.Refused] when Parlor does not answer in time.
    ///
    /// @param agent the token of an account that may claim
    public void talk(String agent) {
        try (var api = new PublicApi(url)) {
            var made = api.call("POST", "/guests", Map.of("name", "Rehearsal", "email", "rehearsal@guest.example"));
            var room = made.path("room").asString(made.path("room").path("id").asString(""));
            api.call(agent, "POST", "/rooms/" + room + "/claim", Map.of());
            try (var desk = Voice.join(url, agent, room);
                    var page = Voice.join(url, made.path("token").asString(), room)) {
                for (int i = 0; i < MESSAGES; i++) {
                    desk.say("desk-" + i, page);
                    page.say("page-" + i, desk);
                }
            }
        }
    }
}
