package chat.parlor.drills.fault;

import chat.parlor.drills.member.Crowd;
import chat.parlor.drills.member.People;
import chat.parlor.drills.stack.Pause;
import chat.parlor.drills.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Where a drill happens: a stack that runs and a crowd that talks.
public final class Scene {
    private final Stack stack;
    private final People people;
    private final Crowd crowd;
    private final Random random;
    private final List<String> surprises = new ArrayList<>();

    /// A scene with everybody in it.
    public Scene(Stack stack, People people, Crowd crowd, Random random) {
        this.stack = stack;
        this.people = people;
        this.crowd = crowd;
        this.random = random;
    }

    Stack stack() {
        return stack;
    }

    People people() {
        return people;
    }

    Crowd crowd() {
        return crowd;
    }

    Random random() {
        return random;
    }

    /// The fault happens now.
    void fault() {
        crowd.tally().fault();
    }

    /// Lets everybody talk for a while.
    void talkOn(Duration time) {
        Pause.of(time);
    }

    /// Something must be so beside the promise itself.
    ///
    /// @param otherwise what is told when it is not
    void expect(boolean held, String otherwise) {
        if (!held) {
            surprises.add(otherwise);
        }
    }

    /// No member's socket must have been dropped so far.
    void expectNobodyDropped() {
        var dropped = crowd.tally().droppedSockets();
        expect(dropped == 0, dropped + " sockets dropped (expected: none)");
    }

    /// Expectations that were not met.
    public List<String> surprises() {
        return List.copyOf(surprises);
    }
}
