/// Accounts, rooms and conversations to look at, made through the public interface.
@NullMarked
package chat.parlor.local.demo;

import org.jspecify.annotations.NullMarked;
