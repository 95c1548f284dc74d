/// What a file is, by what is in it, and what it may be called.
@NullMarked
package chat.parlor.message.files;

import org.jspecify.annotations.NullMarked;
