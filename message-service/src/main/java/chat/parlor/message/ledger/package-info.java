/// The stored timelines: what is known of them, what is added to them, and pages of them.
@NullMarked
package chat.parlor.message.ledger;

import org.jspecify.annotations.NullMarked;
