/// Takes what members want to change in a timeline, hands it to message-service and says how it ended.
@NullMarked
package chat.parlor.gateway.commands;

import org.jspecify.annotations.NullMarked;
