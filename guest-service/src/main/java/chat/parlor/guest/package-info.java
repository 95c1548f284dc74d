/// Who the guest is: identity and tokens, what the widget shows, and when somebody is there.
@NullMarked
package chat.parlor.guest;

import org.jspecify.annotations.NullMarked;
