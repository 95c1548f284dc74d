/// Measures delivery, and counts what is kept when everything is killed.
@NullMarked
package chat.parlor.bench;

import org.jspecify.annotations.NullMarked;
