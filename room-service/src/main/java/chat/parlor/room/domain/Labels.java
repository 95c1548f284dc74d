package chat.parlor.room.domain;

import java.util.List;

/// What staff sees on a guest room and the guest never does.
///
/// @param topics what the guest wrote about until the conversation last ended; empty before that
/// @param tags the ids of the tags on it, in the order they were put on
public record Labels(List<String> topics, List<String> tags) {

    /// Nothing yet.
    public static final Labels NONE = new Labels(List.of(), List.of());

    public Labels {
        topics = List.copyOf(topics);
        tags = List.copyOf(tags);
    }

    /// The same with other topics.
    public Labels withTopics(List<String> others) {
        return new Labels(others, tags);
    }

    /// The same with other tags.
    public Labels withTags(List<String> others) {
        return new Labels(topics, others);
    }
}
