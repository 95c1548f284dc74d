/// The timeline of one room as a value: commands go in, entries and refusals come out. Nothing here touches the world.
@NullMarked
package chat.parlor.message.timeline;

import org.jspecify.annotations.NullMarked;
