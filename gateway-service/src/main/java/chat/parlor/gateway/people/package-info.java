/// What an administrator does to the people who can sign in: disables, enables, changes roles, allows a new password.
@NullMarked
package chat.parlor.gateway.people;

import org.jspecify.annotations.NullMarked;
