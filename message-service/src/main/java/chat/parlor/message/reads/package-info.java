/// Read marks: how far each member has read each room. They only grow.
@NullMarked
package chat.parlor.message.reads;

import org.jspecify.annotations.NullMarked;
