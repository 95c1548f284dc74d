package chat.parlor.drills.fault;

import chat.parlor.drills.stack.Part;
import chat.parlor.drills.stack.Recipe;
import chat.parlor.drills.stack.Stack;

/// message-service dies at a chosen point of its write path, under load, and is started again.
record FailPoint(String place, String told) implements Drill {
    /// The batch at which it dies: the members are under way again by then.
    private static final int BATCH = 30;

    @Override
    public String name() {
        return "die-" + place;
    }

    @Override
    public String about() {
        return "message-service dies " + told;
    }

    @Override
    public void happen(Scene scene) {
        var stack = scene.stack();
        var recipe = stack.recipe(Part.MESSAGE);
        stack.end(Part.MESSAGE);
        start(stack, recipe);
        scene.expect(stack.diesWithin(Part.MESSAGE, Stack.SOON), "message-service did not come to " + place);
        scene.fault();
        stack.bringBack();
    }

    private void start(Stack stack, Recipe recipe) {
        stack.launch(
                Part.MESSAGE,
                recipe.with("parlor.message.fail-point.place", place).with("parlor.message.fail-point.batch", BATCH));
    }
}
