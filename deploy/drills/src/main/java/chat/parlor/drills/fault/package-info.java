/// What can go wrong, one small class for each kind.
@NullMarked
package chat.parlor.drills.fault;

import org.jspecify.annotations.NullMarked;
