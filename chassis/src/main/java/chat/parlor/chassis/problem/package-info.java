/// Errors as RFC 9457 problem documents with stable codes.
@NullMarked
package chat.parlor.chassis.problem;

import org.jspecify.annotations.NullMarked;
