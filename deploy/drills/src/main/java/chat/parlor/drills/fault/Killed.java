package chat.parlor.drills.fault;

import chat.parlor.drills.stack.Part;
import chat.parlor.drills.stack.Stack;

/// A part is killed with -9 and started again.
record Killed(Part part) implements Drill {
    @Override
    public String name() {
        return "kill-" + part.key();
    }

    @Override
    public String about() {
        return part.key() + " is killed with -9 and started again";
    }

    @Override
    public void happen(Scene scene) {
        var again = again(scene.stack());
        scene.fault();
        scene.stack().kill(part);
        again.run();
    }

    /// Back at once and as it was, as a supervisor of processes would do it. A database runs as another person, whom
    /// only the launcher can become.
    private Runnable again(Stack stack) {
        if (part == Part.POSTGRES) {
            return stack::bringBack;
        }
        var recipe = stack.recipe(part);
        return () -> stack.start(part, recipe);
    }
}
