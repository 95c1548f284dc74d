package chat.parlor.drills.fault;

import chat.parlor.drills.stack.Part;

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
        scene.fault();
        scene.stack().kill(part);
        scene.stack().bringBack();
    }
}
