/// Images without what they say about who made them, where and with what, and small copies of them.
@NullMarked
package chat.parlor.message.images;

import org.jspecify.annotations.NullMarked;
