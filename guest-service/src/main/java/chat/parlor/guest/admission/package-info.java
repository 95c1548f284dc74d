/// Whether a form makes a guest: the rules of its fields, and how often one address may start.
@NullMarked
package chat.parlor.guest.admission;

import org.jspecify.annotations.NullMarked;
