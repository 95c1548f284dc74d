package chat.parlor.drills.member;

import chat.parlor.drills.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The accounts of a stack, made once, each few behind an address of their own, so that no limit of an address is hit
/// that real members would not hit.
public final class People implements AutoCloseable {
    private static final int BEHIND_ONE_ADDRESS = 5;
    private static final String ADMINISTRATOR = "admin@parlor.local";

    private final String url;
    private final Api api;
    private final String administrator;
    private final List<Api> doors = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();

    /// Signs the administrator in.
    public People(String url) {
        this.url = url;
        this.api = new Api(url, "127.9.0.1");
        this.administrator = api.signIn(ADMINISTRATOR, Stack.PASSWORD);
    }

    /// As many people as asked for, the same every time.
    public List<Person> take(int count) {
        while (people.size() < count) {
            people.add(make(people.size()));
        }
        return List.copyOf(people.subList(0, count));
    }

    /// Somebody who takes part in no crowd, under this name.
    public Person stranger(String name) {
        return account(name, new Api(url, "127.8.0." + (1 + name.length())));
    }

    /// Makes a group room and returns its id.
    public String room(String name, List<Person> members) {
        var owner = members.getFirst();
        var others = members.stream().skip(1).map(Person::id).toList();
        return owner.api()
                .call(owner.token(), "POST", "/rooms", Map.of("kind", "group", "name", name, "members", others))
                .path("id")
                .asString();
    }

    private Person make(int number) {
        if (number % BEHIND_ONE_ADDRESS == 0) {
            var address = number / BEHIND_ONE_ADDRESS;
            doors.add(new Api(url, "127.7." + address / 200 + "." + (1 + address % 200)));
        }
        return account("member" + number, doors.getLast());
    }

    private Person account(String name, Api from) {
        var email = name + "@drill.example";
        var secret = "the password of " + name;
        var made = api.call(
                administrator,
                "POST",
                "/accounts",
                Map.of("name", name, "email", email, "password", secret, "roles", List.of("agent")));
        return new Person(made.path("account").path("id").asString(), from.signIn(email, secret), from);
    }

    @Override
    public void close() {
        doors.forEach(Api::close);
        api.close();
    }
}
