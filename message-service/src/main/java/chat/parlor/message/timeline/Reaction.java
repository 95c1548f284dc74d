package chat.parlor.message.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who reacted to a message with one emoji.
///
/// @param emoji what they reacted with
/// @param members who, in the order they did; never empty
public record Reaction(String emoji, List<String> members) {

    public Reaction {
        members = List.copyOf(members);
    }

    /// The reactions after `member` set or took back `emoji`; the order of first use stays.
    static List<Reaction> toggled(List<Reaction> reactions, String emoji, String member) {
        var result = new ArrayList<Reaction>();
        var found = false;
        for (var reaction : reactions) {
            if (reaction.emoji.equals(emoji)) {
                found = true;
                reaction.toggled(member).ifPresent(result::add);
            } else {
                result.add(reaction);
            }
        }
        if (!found) {
            result.add(new Reaction(emoji, List.of(member)));
        }
        return List.copyOf(result);
    }

    /// Whether `member` reacted with `emoji`.
    static boolean contains(List<Reaction> reactions, String emoji, String member) {
        return reactions.stream()
                .anyMatch(reaction -> reaction.emoji.equals(emoji) && reaction.members.contains(member));
    }

    private Optional<Reaction> toggled(String member) {
        var rest = new ArrayList<>(members);
        if (!rest.remove(member)) {
            rest.add(member);
        }
        return rest.isEmpty() ? Optional.empty() : Optional.of(new Reaction(emoji, rest));
    }
}
