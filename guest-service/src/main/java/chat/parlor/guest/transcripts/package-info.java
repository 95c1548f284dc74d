/// Conversations sent by e-mail to the guest they were held with, on request.
@NullMarked
package chat.parlor.guest.transcripts;

import org.jspecify.annotations.NullMarked;
