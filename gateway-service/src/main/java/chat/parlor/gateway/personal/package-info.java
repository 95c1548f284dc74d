/// What a person has set for itself: sounds, notifications, looks and language, the same on all its devices.
@NullMarked
package chat.parlor.gateway.personal;

import org.jspecify.annotations.NullMarked;
