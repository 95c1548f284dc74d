/// Members that behave as the protocol asks of a client, and take down all they see.
@NullMarked
package chat.parlor.drills.member;

import org.jspecify.annotations.NullMarked;
