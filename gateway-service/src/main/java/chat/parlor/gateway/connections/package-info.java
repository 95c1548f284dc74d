/// Who is connected: told to presence-service as facts, and its conclusions told to those who may know.
@NullMarked
package chat.parlor.gateway.connections;

import org.jspecify.annotations.NullMarked;
