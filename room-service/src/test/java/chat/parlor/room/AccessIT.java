package chat.parlor.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.ids.Ids;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.room.driver.Neighbours;
import chat.parlor.room.driver.RoomDriver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/// Crosses every route with every kind of caller. A route without a row fails.
@ServiceIT({"spring.config.name=room-service", "parlor.services.message.url=http://127.0.0.1:1"})
@Import(Neighbours.class)
class AccessIT {

    private static final List<String> GUEST_ROOM_CALLERS = List.of(
            "nobody", "otherGuest", "guest", "bot", "bare", "agent", "assignee", "supervisor", "admin", "service");
    private static final List<String> GROUP_CALLERS =
            List.of("nobody", "guest", "outsider", "muted", "member", "moderator", "admin", "service");

    /// What a call on an assigned guest room (`resolved` for reopen) answers, in the order of the callers above.
    /// `N` not a member, `A` not allowed, `W` wrong status, `T` already claimed, `I` invalid, `U` a neighbour
    /// is away, `-` nothing here.
    private static final Map<String, String> GUEST_ROOM = rows(
            "GET /{room}", "            N N 200 N N 200 200 200 200 200",
            "POST /{room}/handoff", "   N N 200 N N 200 200 200 200 200",
            "POST /{room}/claim", "     N N A   N N T   200 T   T   A",
            "POST /{room}/transfer", "  N N A   N N A   200 200 200 A",
            "POST /{room}/resolve", "   N N A   N N 200 200 200 200 A",
            "POST /{room}/close", "     N N 200 N N 200 200 200 200 A",
            "POST /{room}/reopen", "    N N A   N N 200 200 200 200 A",
            "POST /{room}/end", "       N N 200 N N A   A   A   A   A",
            "POST /{room}/end/decline", "N N A   N N A   200 200 200 A",
            "PUT /{room}/snooze", "     N N A   N N A   200 200 200 A",
            "DELETE /{room}/snooze", "  N N A   N N A   200 200 200 A",
            "PUT /{room}/rating", "     N N 200 N N A   A   A   A   A",
            "PATCH /{room}", "          N N A   N N A   A   A   A   A",
            "PUT /{room}/members/{account}", "N N A N N A A A A A",
            "DELETE /{room}/members/{account}", "N N A N N A A A A A");

    /// The same for links to the CRM, for summaries and tags. Guests see none, not even of their own room.
    private static final Map<String, String> GUEST_ROOM_LINKS = Map.of(
            "GET /{room}/links", "          N N A   N N 200 200 200 200 A",
            "PUT /{room}/links/{kind}", "   N N A   N N 200 200 200 200 A",
            "DELETE /{room}/links/{kind}", "N N A   N N 204 204 204 204 A",
            "GET /{room}/summaries", "      N N A   N N 200 200 200 200 A",
            "PUT /{room}/tags/{tag}", "     N N A   N N 200 200 200 200 A",
            "DELETE /{room}/tags/{tag}", "  N N A   N N 200 200 200 200 A",
            "PUT /{room}/holds/{hold}", "   N N A   N N A   A   200 200 A",
            "DELETE /{room}/holds/{hold}", "N N A   N N A   A   200 200 A");

    /// The same for a group.
    private static final Map<String, String> GROUP = rows(
            "GET /{room}", "            N N N 200 200 200 200 200",
            "POST /{room}/handoff", "   N N N W   W   W   W   W",
            "POST /{room}/claim", "     N N N W   W   W   W   A",
            "POST /{room}/transfer", "  N N N A   A   A   A   A",
            "POST /{room}/resolve", "   N N N W   W   W   W   A",
            "POST /{room}/close", "     N N N W   W   W   W   A",
            "POST /{room}/reopen", "    N N N W   W   W   W   A",
            "POST /{room}/end", "       N N N A   A   A   A   A",
            "POST /{room}/end/decline", "N N N A   A   A   A   A",
            "PUT /{room}/snooze", "     N N N A   A   A   A   A",
            "DELETE /{room}/snooze", "  N N N A   A   A   A   A",
            "PUT /{room}/rating", "     N N N A   A   A   A   A",
            "PATCH /{room}", "          N N N A   A   200 200 A",
            "PUT /{room}/members/{account}", "   N N N A A 200 200 A",
            "DELETE /{room}/members/{account}", "N N N A A 204 204 A");

    private static final Map<String, String> GROUP_LINKS = Map.of(
            "GET /{room}/links", "          N N N W   W   W   W   A",
            "PUT /{room}/links/{kind}", "   N N N W   W   W   W   A",
            "DELETE /{room}/links/{kind}", "N N N W   W   W   W   A",
            "GET /{room}/summaries", "      N N N W   W   W   W   A",
            "PUT /{room}/tags/{tag}", "     N N N W   W   W   W   A",
            "DELETE /{room}/tags/{tag}", "  N N N W   W   W   W   A",
            "PUT /{room}/holds/{hold}", "   N N N A   A   A   A   A",
            "DELETE /{room}/holds/{hold}", "N N N A   A   A   A   A");

    /// Routes without a room.
    private static final List<String> CALLERS =
            List.of("nobody", "guest", "bare", "agent", "supervisor", "admin", "service");
    private static final Map<String, String> OTHERS = rows(
            "GET ", "                     A 200 200 200 200 200 A",
            "POST ", "                    A A   201 201 201 201 A",
            "GET /api/v1/queue", "        A A   A   200 200 200 A",
            "GET /api/v1/link-patterns", "A A   A   A   A   200 A",
            "PUT /api/v1/link-patterns", "A A   A   A   A   200 A",
            "GET /api/v1/tags", "         A A   A   200 200 200 A",
            "POST /api/v1/tags", "        A A   A   A   A   201 A",
            "PUT /api/v1/tags/{tag}", "   A A   A   A   A   200 A",
            "DELETE /api/v1/tags/{tag}", "A A   A   A   A   204 A",
            "GET /api/v1/routing", "                   A A   A   A   A   200 A",
            "PUT /api/v1/routing", "                   A A   A   A   A   200 A",
            "PUT /api/v1/routing/agents/{account}", "  A A   A   A   A   200 A",
            "GET /api/v1/visibility", "                A A   A   A   A   200 A",
            "PUT /api/v1/visibility", "                A A   A   A   A   200 A",
            "GET /api/v1/reports", "           A A   A   A   200 200 A",
            "GET /api/v1/reports/days.csv", "  A A   A   A   200 200 A",
            "GET /api/v1/reports/agents.csv", "A A   A   A   200 200 A",
            "GET /api/v1/retention", "        A A   A   A   A   200 A",
            "PUT /api/v1/retention", "        A A   A   A   A   200 A",
            "GET /api/v1/retention/preview", "A A   A   A   A   200 A",
            "GET /internal/guests/{guest}/holds", "- - - - - - 200",
            "PUT /internal/rooms/{room}", "- - - - - - 200",
            "GET /internal/rooms", "      - - - - - - 200",
            "GET /internal/guests/{guest}/rooms", "- - - - - - 200",
            "GET /internal/rooms/{room}/records", "- - - - - - 200",
            "POST /internal/rooms/lookup", "- - - - - - 200",
            "POST /internal/inbox/rebuild", "- - - - - - U");

    /// What a call answers on a shared and on a personal quick reply. `-` no such reply.
    private static final List<String> REPLY_CALLERS =
            List.of("nobody", "guest", "bot", "bare", "agent", "owner", "supervisor", "admin", "service");
    private static final Map<String, String> SHARED_REPLIES = Map.of(
            "GET /api/v1/replies", "           A A A A 200 200 200 200 A",
            "POST /api/v1/replies", "          A A A A A   A   A   201 A",
            "PUT /api/v1/replies/{reply}", "   A A A A A   A   A   200 A",
            "DELETE /api/v1/replies/{reply}", "A A A A A   A   A   204 A");
    private static final Map<String, String> PERSONAL_REPLIES = Map.of(
            "GET /api/v1/replies", "           A A A A 200 200 200 200 A",
            "POST /api/v1/replies", "          A A A A 201 201 201 201 A",
            "PUT /api/v1/replies/{reply}", "   A A A A -   200 -   -   A",
            "DELETE /api/v1/replies/{reply}", "A A A A -   204 -   -   A");

    private final RoomDriver driver;
    private final RequestMappingHandlerMapping routes;

    AccessIT(@Autowired RoomDriver driver, @Autowired ApplicationContext context) {
        this.driver = driver;
        this.routes = context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }

    @Test
    void everyRouteHasARow() {
        var inRooms = new TreeSet<>(GUEST_ROOM.keySet());
        inRooms.addAll(GUEST_ROOM_LINKS.keySet());
        inRooms.addAll(OTHERS.keySet());
        inRooms.addAll(SHARED_REPLIES.keySet());

        var known = routes.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternsCondition().getPatterns().stream()
                        .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method ->
                                        method + " " + path.getPatternString().replace("/api/v1/rooms", ""))))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(known).isEqualTo(inRooms);
        assertThat(GROUP.keySet()).isEqualTo(GUEST_ROOM.keySet());
        assertThat(GROUP_LINKS.keySet()).isEqualTo(GUEST_ROOM_LINKS.keySet());
        assertThat(PERSONAL_REPLIES.keySet()).isEqualTo(SHARED_REPLIES.keySet());
    }

    @Test
    void guestRoomsAnswerEachCallerAsTheMatrixSays() {
        var tokens = guestRoomTokens();
        together(GUEST_ROOM, GUEST_ROOM_LINKS)
                .forEach((route, row) -> assertThat(answers(GUEST_ROOM_CALLERS, caller -> {
                            var room = standing(route);
                            return call(route, room, tokens(tokens, caller), "a_new");
                        }))
                        .as(route)
                        .isEqualTo(expected(GUEST_ROOM_CALLERS, row)));
    }

    @Test
    void groupsAnswerEachCallerAsTheMatrixSays() {
        var tokens = groupTokens();
        together(GROUP, GROUP_LINKS)
                .forEach((route, row) -> assertThat(answers(GROUP_CALLERS, caller -> {
                            var account = route.startsWith("DELETE") ? "a_other" : "a_new";
                            return call(route, group(), tokens(tokens, caller), account);
                        }))
                        .as(route)
                        .isEqualTo(expected(GROUP_CALLERS, row)));
    }

    @Test
    void quickRepliesAnswerEachCallerAsTheMatrixSays() {
        var tokens = new LinkedHashMap<>(guestRoomTokens());
        tokens.put("owner", () -> driver.agent("a_owner"));
        SHARED_REPLIES.forEach((route, row) -> assertThat(
                        answers(REPLY_CALLERS, caller -> reply(route, true, tokens(tokens, caller))))
                .as("shared " + route)
                .isEqualTo(expected(REPLY_CALLERS, row)));
        PERSONAL_REPLIES.forEach((route, row) -> assertThat(
                        answers(REPLY_CALLERS, caller -> reply(route, false, tokens(tokens, caller))))
                .as("personal " + route)
                .isEqualTo(expected(REPLY_CALLERS, row)));
    }

    @Test
    void otherRoutesAnswerEachCallerAsTheMatrixSays() {
        assertThat(group()).as("a room to make anew").isNotEmpty();
        Map<String, Supplier<String>> tokens = Map.of(
                "nobody", () -> driver.tokens().anonymous("127.0.0.1"),
                "guest", () -> driver.guest("g_gil"),
                "bare", () -> driver.tokens().account("a_bare", "Bare"),
                "agent", () -> driver.agent("a_ada"),
                "supervisor", () -> driver.supervisor("a_sue"),
                "admin", () -> driver.administrator("a_root"),
                "service", () -> driver.tokens().service());
        OTHERS.forEach((route, row) -> assertThat(
                        answers(CALLERS, caller -> call(route, "r_fixed", tokens(tokens, caller), "a_ben")))
                .as(route)
                .isEqualTo(expected(CALLERS, row)));
    }

    private String call(String route, String room, String token, String account) {
        var parts = route.split(" ", 2);
        var path = parts[1].replace("{room}", room)
                .replace("{account}", account)
                .replace("{kind}", "lead")
                .replace("{hold}", "room")
                .replace("{guest}", "g_gil")
                .replace("{tag}", route.contains("{tag}") ? tag() : "");
        var where = path + query(route);
        return cell(driver.call(HttpMethod.valueOf(parts[0]), token, where, body(route)));
    }

    private static String query(String route) {
        if (route.startsWith("GET /api/v1/reports")) {
            return "?from=2026-03-01&to=2026-03-31&zone=UTC";
        }
        return route.equals("GET /internal/rooms") ? "?guest=g_gil" : "";
    }

    private String tag() {
        var form = Map.of("name", Ids.random("tag "), "color", "blue");
        return driver.post(driver.administrator("a_root"), "/api/v1/tags", form).text("id");
    }

    /// A call on a quick reply that was made for it by the one it belongs to.
    private String reply(String route, boolean shared, String token) {
        var maker = shared ? driver.administrator("a_root") : driver.agent("a_owner");
        var made = driver.post(maker, "/api/v1/replies", replyForm(shared));
        var parts = route.split(" ", 2);
        var path = parts[1].replace("{reply}", made.text("id"));
        return cell(driver.call(HttpMethod.valueOf(parts[0]), token, path, replyForm(shared)));
    }

    private static Map<String, Object> replyForm(boolean shared) {
        var shortcut = Ids.random("x");
        return Map.of("shared", shared, "shortcut", shortcut, "title", "Title", "body", "Text", "version", 1);
    }

    private static String cell(RoomDriver.Answer answer) {
        return switch (answer.code()) {
            case "not-a-member" -> "N";
            case "not-allowed" -> "A";
            case "wrong-status" -> "W";
            case "already-claimed" -> "T";
            case "invalid" -> "I";
            case "not-found", "unknown-reply" -> "-";
            case "unavailable" -> "U";
            default -> String.valueOf(answer.status());
        };
    }

    private static @Nullable Object body(String route) {
        return switch (route) {
            case "POST " -> Map.of("kind", "group", "members", List.of("a_ben"));
            case "PUT /{room}/snooze" ->
                Map.of("until", Instant.now().plusSeconds(3_600).toString());
            case "PUT /{room}/rating" -> Map.of("score", 4);
            case "PATCH /{room}" -> Map.of("name", "Another name");
            case "POST /{room}/transfer" -> Map.of("to", "a_dee");
            case "PUT /internal/rooms/{room}" -> Map.of("guest", Map.of("id", "g_gil", "name", "Gil"));
            case "PUT /{room}/links/{kind}" -> Map.of("id", "4711");
            case "PUT /api/v1/link-patterns", "PUT /api/v1/retention", "PUT /api/v1/routing/agents/{account}" ->
                Map.of();
            case "PUT /api/v1/visibility" -> Map.of("agents", "all");
            case "PUT /api/v1/routing" -> Map.of("policy", "manual", "capacity", 5);
            case "POST /api/v1/tags", "PUT /api/v1/tags/{tag}" -> Map.of("name", Ids.random("tag "), "color", "red");
            case "POST /internal/rooms/lookup" -> Map.of("rooms", List.of("r_x"));
            default -> null;
        };
    }

    /// Made for each call: a token lasts a minute, all calls together may take longer.
    private Map<String, Supplier<String>> guestRoomTokens() {
        var tokens = new LinkedHashMap<String, Supplier<String>>();
        tokens.put("nobody", () -> driver.tokens().anonymous("127.0.0.1"));
        tokens.put("otherGuest", () -> driver.guest("g_other"));
        tokens.put("guest", () -> driver.guest("g_gil"));
        tokens.put("bot", () -> driver.tokens().bot("b_bridge", "Bridge"));
        tokens.put("bare", () -> driver.tokens().account("a_bare", "Bare"));
        tokens.put("agent", () -> driver.agent("a_ben"));
        tokens.put("assignee", () -> driver.agent("a_ada"));
        tokens.put("supervisor", () -> driver.supervisor("a_sue"));
        tokens.put("admin", () -> driver.tokens().account("a_root", "Root", "administrator"));
        tokens.put("service", () -> driver.tokens().service());
        return tokens;
    }

    private Map<String, Supplier<String>> groupTokens() {
        return Map.of(
                "nobody", () -> driver.tokens().anonymous("127.0.0.1"),
                "guest", () -> driver.guest("g_gil"),
                "outsider", () -> driver.tokens().account("a_root", "Root", "administrator"),
                "muted", () -> driver.agent("a_muted"),
                "member", () -> driver.agent("a_ben"),
                "moderator", () -> driver.agent("a_mod"),
                "admin", () -> driver.agent("a_ada"),
                "service", () -> driver.tokens().service());
    }

    /// More pairs than `Map.of` takes.
    private static Map<String, String> rows(String... pairs) {
        var rows = new LinkedHashMap<String, String>();
        for (int place = 0; place < pairs.length; place += 2) {
            rows.put(pairs[place], pairs[place + 1]);
        }
        return rows;
    }

    private String assigned() {
        var room = driver.guestRoom();
        driver.post(driver.agent("a_ada"), "/" + room + "/claim", null);
        return room;
    }

    /// A room in which the route makes sense.
    private String standing(String route) {
        var room = assigned();
        var verb = route.endsWith("/reopen") ? "resolve" : route.endsWith("/rating") ? "close" : "";
        if (!verb.isEmpty()) {
            driver.post(driver.agent("a_ada"), "/" + room + "/" + verb, null);
        }
        return room;
    }

    private String group() {
        var members = List.of("a_ben", "a_mod", "a_muted", "a_other");
        var room = driver.post(driver.agent("a_ada"), "", Map.of("kind", "group", "members", members))
                .text("id");
        put(room, "a_mod", Map.of("role", "moderator"));
        put(room, "a_muted", Map.of("muted", true));
        return room;
    }

    private void put(String room, String account, Map<String, Object> standing) {
        driver.call(HttpMethod.PUT, driver.agent("a_ada"), "/" + room + "/members/" + account, standing);
    }

    private static Map<String, String> together(Map<String, String> one, Map<String, String> other) {
        var all = new LinkedHashMap<>(one);
        all.putAll(other);
        return all;
    }

    private static String tokens(Map<String, Supplier<String>> tokens, String caller) {
        return Objects.requireNonNull(tokens.get(caller)).get();
    }

    private static List<String> answers(List<String> callers, UnaryOperator<String> call) {
        return callers.stream().map(caller -> caller + " " + call.apply(caller)).toList();
    }

    private static List<String> expected(List<String> callers, String row) {
        var cells = Pattern.compile("\\s+").splitAsStream(row.strip()).toList();
        var expected = new ArrayList<String>();
        for (int place = 0; place < callers.size(); place++) {
            expected.add(callers.get(place) + " " + cells.get(place));
        }
        return expected;
    }
}
