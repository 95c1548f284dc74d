package chat.parlor.guest.visitor;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A guest as staff see it.
///
/// @param verified which of name, email and phone the host page's server has signed
/// @param firstSeen when the guest first wrote or was signed for
/// @param locale the language of the browser, else the one the widget spoke first
/// @param zone the time zone of the clock there
/// @param device empty while the browser has told nothing
/// @param pages the newest first
/// @param attributes by name
/// @param conversations the newest of the guest's, the newest first
record Visitor(
        String id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        List<String> verified,
        Instant firstSeen,
        @Nullable String locale,
        @Nullable String zone,
        Device device,
        List<Page> pages,
        List<Attribute> attributes,
        List<Conversation> conversations) {

    Visitor {
        verified = List.copyOf(verified);
        pages = List.copyOf(pages);
        attributes = List.copyOf(attributes);
        conversations = List.copyOf(conversations);
    }

    /// The same guest with what is noted elsewhere. Without pages the one it began on stays.
    Visitor with(List<Page> visited, List<Attribute> said, List<Conversation> led) {
        return new Visitor(
                id,
                name,
                email,
                phone,
                verified,
                firstSeen,
                locale,
                zone,
                device,
                visited.isEmpty() ? pages : visited,
                said,
                led);
    }

    /// @param page its address
    /// @param seenAt when the guest was there last
    record Page(String page, @Nullable String title, Instant seenAt) {}

    /// @param verified whether the host page's server has signed it
    record Attribute(String name, String value, boolean verified) {}

    /// One of the guest's rooms.
    record Conversation(String id, String status, Instant createdAt) {}
}
