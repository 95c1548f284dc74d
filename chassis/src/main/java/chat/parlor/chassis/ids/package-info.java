/// Identifiers and secrets that cannot be guessed.
@NullMarked
package chat.parlor.chassis.ids;

import org.jspecify.annotations.NullMarked;
