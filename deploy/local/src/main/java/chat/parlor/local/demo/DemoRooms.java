package chat.parlor.local.demo;

import java.util.List;
import java.util.Map;

/// The rooms in which the demo's team talks to each other.
final class DemoRooms {
    private final PublicApi api;
    private final DemoTeam team;
    private int said;

    DemoRooms(PublicApi api, DemoTeam team) {
        this.api = api;
        this.team = team;
    }

    void add() {
        var ben = team.ben().id();
        var chiara = team.chiara().id();
        var support = open(team.ada(), Map.of("kind", "team", "name", "Support", "members", List.of(ben, chiara)));
        say(support, team.ada(), "Good morning! Two people are off today, so let us keep an eye on the queue.");
        say(support, team.ben(), "I take the German guests.");
        say(support, team.chiara(), "And I the Italian ones. 👍");

        var news = open(team.ada(), Map.of("kind", "announcement", "name", "News", "members", List.of(ben, chiara)));
        say(news, team.ada(), "The new delivery times are on the intranet. Please use them from today.");

        var launch = open(team.ben(), Map.of("kind", "group", "name", "Shop launch", "members", List.of(chiara)));
        say(launch, team.ben(), "The widget is on the staging shop now. Can you try it on your phone?");
        say(launch, team.chiara(), "Works. I even lost the network in the lift and nothing was missing after it.");

        var direct = open(team.ada(), Map.of("kind", "direct", "members", List.of(ben)));
        say(direct, team.ada(), "Could you look at the guest from Lund? It has waited longest.");
    }

    private String open(DemoTeam.Member by, Map<String, ?> room) {
        return api.call(by.token(), "POST", "/rooms", room).path("id").asString();
    }

    private void say(String room, DemoTeam.Member by, String text) {
        said++;
        api.call(by.token(), "PUT", "/rooms/" + room + "/messages/demo-" + said, Map.of("text", text));
    }
}
