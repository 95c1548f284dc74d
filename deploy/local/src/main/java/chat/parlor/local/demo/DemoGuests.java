package chat.parlor.local.demo;

import java.util.Map;

/// Guests of the demo, one in each state that a conversation can be in.
final class DemoGuests {
    private final PublicApi api;
    private final DemoTeam team;
    private int said;

    private record Guest(String room, String token) {}

    DemoGuests(PublicApi api, DemoTeam team) {
        this.api = api;
        this.team = team;
    }

    void add() {
        start("Maya Lindqvist", "maya@guest.example", "Hello, do you deliver to Norway?");
        waiting();
        answered();
        resolved();
    }

    private void waiting() {
        var jonas = start("Jonas Weber", "jonas@guest.example", "My order 4711 arrived without the lamp shade.");
        move(jonas.token(), jonas.room(), "handoff");
        say(jonas.token(), jonas.room(), "I would like to speak to a person, please.");
    }

    private void answered() {
        var priya = start("Priya Nair", "priya@guest.example", "Can I change the address of an order?");
        move(team.ben().token(), priya.room(), "claim");
        say(team.ben().token(), priya.room(), "Hello Priya, of course. Which order is it?");
        say(priya.token(), priya.room(), "Number 4802. It should go to my office.");
        say(team.ben().token(), priya.room(), "Done. You will get a new confirmation in a minute.");
    }

    private void resolved() {
        var tom = start("Tom Becker", "tom@guest.example", "Is the shop in Lund open on Saturday?");
        move(team.chiara().token(), tom.room(), "claim");
        say(team.chiara().token(), tom.room(), "Yes, from 10 to 16. See you there!");
        move(team.chiara().token(), tom.room(), "resolve");
    }

    private Guest start(String name, String email, String message) {
        var made = api.call("POST", "/guests", Map.of("name", name, "email", email, "message", message));
        var room = made.path("room");
        return new Guest(
                room.isString() ? room.asString() : room.path("id").asString(),
                made.path("token").asString());
    }

    private void move(String token, String room, String verb) {
        api.call(token, "POST", "/rooms/" + room + "/" + verb, Map.of());
    }

    private void say(String token, String room, String text) {
        said++;
        api.call(token, "PUT", "/rooms/" + room + "/messages/demo-" + said, Map.of("text", text));
    }
}
