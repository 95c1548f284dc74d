/// The write path: commands from the log, one transaction a batch, entries back to the log.
@NullMarked
package chat.parlor.message.intake;

import org.jspecify.annotations.NullMarked;
