package chat.parlor.local.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The three people of the demo, signed in.
record DemoTeam(Member ada, Member ben, Member chiara) {
    private static final Person ADA = new Person("Ada Okafor", "ada@demo.parlor.local", List.of("supervisor", "agent"));
    private static final Person BEN = new Person("Ben Lind", "ben@demo.parlor.local", List.of("agent"));
    private static final Person CHIARA = new Person("Chiara Rossi", "chiara@demo.parlor.local", List.of("agent"));

    private record Person(String name, String email, List<String> roles) {}

    /// Somebody with an account and a session.
    record Member(String id, String token) {}

    static List<String> emails() {
        return Stream.of(ADA, BEN, CHIARA).map(Person::email).toList();
    }

    static boolean exists(PublicApi api, String admin) {
        var found = api.call(admin, "GET", "/accounts?q=" + ADA.email(), Map.of());
        return !found.path("items").isEmpty();
    }

    static DemoTeam add(PublicApi api, String admin, String password) {
        return new DemoTeam(
                add(api, admin, ADA, password), add(api, admin, BEN, password), add(api, admin, CHIARA, password));
    }

    private static Member add(PublicApi api, String admin, Person person, String password) {
        var made = api.call(
                admin,
                "POST",
                "/accounts",
                Map.of("name", person.name(), "email", person.email(), "password", password, "roles", person.roles()));
        return new Member(made.path("account").path("id").asString(), Demo.signIn(api, person.email(), password));
    }
}
