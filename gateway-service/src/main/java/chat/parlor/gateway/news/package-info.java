/// Keeps room lists live: tells members, and staff for guest rooms, that a room came, changed or got messages.
@NullMarked
package chat.parlor.gateway.news;

import org.jspecify.annotations.NullMarked;
