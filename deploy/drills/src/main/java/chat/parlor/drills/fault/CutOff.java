package chat.parlor.drills.fault;

import chat.parlor.drills.stack.Part;
import chat.parlor.drills.stack.Recipe;
import chat.parlor.drills.stack.Stack;
import chat.parlor.drills.stack.TcpProxy;
import java.time.Duration;

/// A service and what it depends on do not hear each other for a while; connections stay open, as in a network that
/// lost its way.
record CutOff(Part from, Part to, Duration time) implements Drill {
    private static final Duration BEFORE = Duration.ofSeconds(3);
    private static final Duration AFTER = Duration.ofSeconds(5);

    @Override
    public String name() {
        return "cut-" + from.key() + "-" + to.key();
    }

    @Override
    public String about() {
        return from.key() + " and " + to.key() + " do not hear each other for " + time.toSeconds() + " s";
    }

    @Override
    public void happen(Scene scene) {
        var stack = scene.stack();
        try (var proxy = TcpProxy.to(to == Part.BROKER ? Stack.freePort() : stack.port(to))) {
            if (to == Part.BROKER) {
                openSideDoor(stack, proxy);
            }
            var recipe = stack.recipe(from);
            stack.end(from);
            stack.start(from, byWayOf(recipe, proxy.port()));
            scene.talkOn(BEFORE);
            scene.fault();
            proxy.hold();
            scene.talkOn(time);
            proxy.release();
            scene.talkOn(AFTER);
            stack.kill(from);
        }
        if (to == Part.BROKER) {
            stack.end(Part.BROKER);
        }
        stack.bringBack();
    }

    /// The broker tells everybody its own address; who is to come through the proxy has to be told the proxy's.
    private static void openSideDoor(Stack stack, TcpProxy proxy) {
        var recipe = stack.recipe(Part.BROKER);
        stack.end(Part.BROKER);
        stack.launch(Part.BROKER, recipe.and(proxy.target() + ":" + proxy.port()));
    }

    private Recipe byWayOf(Recipe recipe, int port) {
        return switch (to) {
            case BROKER -> recipe.with("parlor.kafka.bootstrap-servers", "127.0.0.1:" + port);
            case POSTGRES -> recipe.with("parlor.database.port", port);
            default -> recipe.with("parlor.services." + to.key() + ".url", "http://127.0.0.1:" + port);
        };
    }
}
