/// Who reads conversations that are a colleague's.
@NullMarked
package chat.parlor.gateway.oversight;

import org.jspecify.annotations.NullMarked;
