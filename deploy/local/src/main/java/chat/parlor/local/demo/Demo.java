package chat.parlor.local.demo;

import chat.parlor.local.folder.Secrets;
import chat.parlor.local.refusal.Refused;
import chat.parlor.local.refusal.Refused.Reason;
import java.util.List;
import java.util.Map;

/// A small team with conversations, so that there is something to look at. Added once; asking again changes nothing.
public final class Demo {
    /// Under which name the administrator's generated password is kept.
    public static final String ADMIN_SECRET = "admin-password";

    private static final String DEMO_SECRET = "demo-password";

    private final String url;
    private final Secrets secrets;

    /// A demo for the Parlor at that address.
    public Demo(String url, Secrets secrets) {
        this.url = url;
        this.secrets = secrets;
    }

    /// How the first administrator signs in.
    public static String adminEmail() {
        return System.getenv().getOrDefault("PARLOR_ADMIN_EMAIL", "admin@parlor.local");
    }

    /// Adds the demo with the administrator's credentials, through the public interface only.
    ///
    /// @return what to tell the person
    /// @throws Refused when Parlor does not take part of it
    public List<String> add() {
        try (var api = new PublicApi(url)) {
            var admin = signIn(api, adminEmail(), adminPassword());
            var password = secrets.get(DEMO_SECRET);
            var isNew = !DemoTeam.exists(api, admin);
            if (isNew) {
                var team = DemoTeam.add(api, admin, password);
                new DemoRooms(api, team).add();
                new DemoGuests(api, team).add();
            }
            var what = isNew ? "Demo added: a team of three, its rooms, four guests." : "The demo is there already.";
            return List.of(
                    what,
                    "Sign in as " + String.join(", ", DemoTeam.emails()) + " with the password " + password
                            + "  (kept in " + secrets.file(DEMO_SECRET) + ")");
        }
    }

    /// Signs the administrator in.
    ///
    /// @return a token
    /// @throws Refused when the password is not known or not right
    public String administrator() {
        try (var api = new PublicApi(url)) {
            return signIn(api, adminEmail(), adminPassword());
        }
    }

    static String signIn(PublicApi api, String email, String password) {
        return api.call("POST", "/session", Map.of("email", email, "password", password))
                .path("token")
                .asString();
    }

    private String adminPassword() {
        var given = System.getenv("PARLOR_ADMIN_PASSWORD");
        return given != null && !given.isEmpty()
                ? given
                : secrets.find(ADMIN_SECRET)
                        .orElseThrow(() -> new Refused(
                                Reason.FAILED,
                                "the demo was not added: the administrator's password is not known; set"
                                        + " PARLOR_ADMIN_PASSWORD"));
    }
}
