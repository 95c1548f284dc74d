/// The six services, as contexts of one JVM or as processes.
@NullMarked
package chat.parlor.local.service;

import org.jspecify.annotations.NullMarked;
