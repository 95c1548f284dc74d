/// Finds messages by what they say now, newest first, for those who may read them now.
@NullMarked
package chat.parlor.message.search;

import org.jspecify.annotations.NullMarked;
