/// What this service knows of staff accounts: a local copy of names and roles.
@NullMarked
package chat.parlor.room.accounts;

import org.jspecify.annotations.NullMarked;
