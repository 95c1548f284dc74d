/// Brings every entry of a room to every socket that has it open: in order, without a gap, each once.
@NullMarked
package chat.parlor.gateway.delivery;

import org.jspecify.annotations.NullMarked;
