/// Webhooks: programs outside that are told what happens in guests' rooms, at least once and in order per room.
@NullMarked
package chat.parlor.gateway.webhooks;

import org.jspecify.annotations.NullMarked;
