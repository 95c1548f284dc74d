/// What the gateway does when a guest is erased: nobody is the guest any more, and the audit log says when it was done.
@NullMarked
package chat.parlor.gateway.erasure;

import org.jspecify.annotations.NullMarked;
