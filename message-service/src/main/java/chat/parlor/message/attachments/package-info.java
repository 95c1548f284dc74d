/// Files that go with messages: taken, checked, kept and given to the members of their room.
@NullMarked
package chat.parlor.message.attachments;

import org.jspecify.annotations.NullMarked;
