package chat.parlor.drills.fault;

import chat.parlor.drills.stack.Part;

/// A service is asked to end and started again, as by a new release. Sockets stay, unless it is the gateway, which
/// tells its clients when to come back.
record Restarted(Part part) implements Drill {
    private static final int LEAVING = 1012;

    @Override
    public String name() {
        return "restart-" + part.key();
    }

    @Override
    public String about() {
        return part.key() + " is asked to end and started again";
    }

    @Override
    public void happen(Scene scene) {
        scene.fault();
        scene.stack().end(part);
        if (part == Part.GATEWAY) {
            var others = scene.crowd().members().stream()
                    .filter(member -> member.talk().lastCode() != LEAVING)
                    .count();
            scene.expect(others == 0, others + " sockets not closed with 1012");
        }
        scene.stack().bringBack();
        if (part != Part.GATEWAY) {
            scene.expectNobodyDropped();
        }
    }
}
