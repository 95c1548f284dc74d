package chat.parlor.message.timeline;

/// How far a timeline is.
///
/// @param epoch changes only when the timeline is rebuilt
/// @param seq the newest entry; 0 before the first
/// @param messages how many messages there are, the deleted too
/// @param fence the highest fence a stored notice carried
public record Head(long epoch, long seq, long messages, long fence) {

    /// Before the first entry.
    public static final Head START = new Head(1, 0, 0, 0);

    Head afterMessage() {
        return new Head(epoch, seq + 1, messages + 1, fence);
    }

    Head afterChange() {
        return new Head(epoch, seq + 1, messages, fence);
    }

    Head fencedBy(long newFence) {
        return new Head(epoch, seq, messages, Math.max(fence, newFence));
    }
}
