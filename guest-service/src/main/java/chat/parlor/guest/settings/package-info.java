/// What an administrator sets for the widget: read, replaced as a whole, announced.
@NullMarked
package chat.parlor.guest.settings;

import org.jspecify.annotations.NullMarked;
