/// A whole Parlor as processes in a scratch folder, each of which can be killed, stopped and cut off.
@NullMarked
package chat.parlor.drills.stack;

import org.jspecify.annotations.NullMarked;
