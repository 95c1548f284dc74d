/// Who is calling: credentials in, callers and signed internal tokens out.
@NullMarked
package chat.parlor.gateway.identity;

import org.jspecify.annotations.NullMarked;
