package chat.parlor.drills.fault;

import chat.parlor.drills.stack.Part;

/// All processes are killed at once and started cold.
record Everything() implements Drill {
    @Override
    public String name() {
        return "kill-everything";
    }

    @Override
    public String about() {
        return "all processes are killed at once and started cold";
    }

    @Override
    public void happen(Scene scene) {
        scene.fault();
        for (var part : Part.values()) {
            scene.stack().process(part).ifPresent(ProcessHandle::destroyForcibly);
        }
        for (var part : Part.values()) {
            scene.stack().awaitDeath(part);
        }
        scene.stack().bringBack();
    }
}
