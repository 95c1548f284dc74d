/// What is measured: Parlor, and what it is compared with.
@NullMarked
package chat.parlor.bench.subject;

import org.jspecify.annotations.NullMarked;
