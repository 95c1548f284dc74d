/// A conversation held once after a build, so that the JVM's start-up cache knows which code a conversation needs.
@NullMarked
package chat.parlor.local.rehearsal;

import org.jspecify.annotations.NullMarked;
