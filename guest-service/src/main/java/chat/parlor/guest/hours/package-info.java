/// Business hours: whether somebody is there, and when somebody will be; pure calculation.
@NullMarked
package chat.parlor.guest.hours;

import org.jspecify.annotations.NullMarked;
