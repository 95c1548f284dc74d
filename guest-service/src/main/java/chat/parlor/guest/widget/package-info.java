/// What the widget needs before anybody has said who they are.
@NullMarked
package chat.parlor.guest.widget;

import org.jspecify.annotations.NullMarked;
