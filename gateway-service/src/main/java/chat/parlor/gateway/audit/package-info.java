/// Who did what, when, from where and how it ended; rows are only ever added.
@NullMarked
package chat.parlor.gateway.audit;

import org.jspecify.annotations.NullMarked;
