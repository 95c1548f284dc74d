/// What travels over a socket: frames in, read strictly, and frames out, written once for everybody who gets them.
@NullMarked
package chat.parlor.gateway.frame;

import org.jspecify.annotations.NullMarked;
