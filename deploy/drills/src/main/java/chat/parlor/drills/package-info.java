/// Breaks a whole Parlor in every way we know while members talk, and holds it to its promise.
@NullMarked
package chat.parlor.drills;

import org.jspecify.annotations.NullMarked;
