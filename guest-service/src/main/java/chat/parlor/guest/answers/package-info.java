/// What was said while the visitor was away is sent by mail, with a way back into the conversation.
@NullMarked
package chat.parlor.guest.answers;

import org.jspecify.annotations.NullMarked;
