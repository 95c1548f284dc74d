/// Accounts of the people who answer: who they are, what roles they hold, how they are created.
@NullMarked
package chat.parlor.gateway.accounts;

import org.jspecify.annotations.NullMarked;
